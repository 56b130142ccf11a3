@station
Feature: C01 EV Driver Authorization using RFID - Charging Station

  @TC_C_02_CS @req:C01.FR.02 @req:C06.FR.02
  Scenario: Local start transaction - Authorization Invalid/Unknown
    Given the Charging Station is configured with:
      | AuthCtrlr.Enabled                    | true  | if writable    |
      | AuthCtrlr.DisableRemoteAuthorization | false | if implemented |
      | AuthCtrlr.LocalPreAuthorize          | false | if writable    |
    And the state is EVConnectedPreSession
    When the EV driver presents <invalid token>
    Then the Charging Station sends an AuthorizeRequest with [C01.FR.02, C06.FR.02]:
      | idToken | <invalid token> |
    # Periodic readings of a transaction that the cable has started are none of the authorization's doing.
    And the Charging Station sends no TransactionEventRequest for <message timeout> seconds with:
      | triggerReason | not MeterValuePeriodic |
      | triggerReason | not MeterValueClock    |
    # Beyond the steps of the case: a start without authorization would show here, whatever the station says.
    And the rig shows for 1 second:
      | contactor | open |
