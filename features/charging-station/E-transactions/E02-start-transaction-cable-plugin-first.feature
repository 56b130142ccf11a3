@station
Feature: E02 Start Transaction - Cable Plugin First - Charging Station

  @TC_E_03_CS @req:C01.FR.02 @req:C02.FR.01 @req:C06.FR.02 @req:E01.FR.16 @req:E02.FR.01 @req:E02.FR.05 @req:E02.FR.06 @req:E02.FR.07 @req:E02.FR.13 @req:E02.FR.15 @req:E02.FR.16 @req:E02.FR.17
  Scenario: Local start transaction - Cable plugin first - Success
    Given the Charging Station is configured with:
      | AuthCtrlr.Enabled                    | true  | if writable    |
      | AuthCtrlr.DisableRemoteAuthorization | false | if implemented |
      | AuthCtrlr.LocalPreAuthorize          | false | if writable    |
    And the state is EVConnectedPreSession
    When the state becomes Authorized (local)
    And the state becomes EnergyTransferStarted
    # A transaction that starts with the power path or the energy may say ChargingStateChanged (as TC_E_02_CS).
    Then the Charging Station has sent a TransactionEventRequest with [E02.FR.01, E02.FR.15, E02.FR.17]:
      | triggerReason | Authorized or ChargingStateChanged |
      | idToken       | <valid token>                      |
    And the Charging Station has sent a TransactionEventRequest with [E01.FR.16]:
      | evse | <connector> |
    And the Charging Station has sent a TransactionEventRequest with [E02.FR.13]:
      | triggerReason                 | Authorized or ChargingStateChanged |
      | transactionInfo.chargingState | Charging                           |
