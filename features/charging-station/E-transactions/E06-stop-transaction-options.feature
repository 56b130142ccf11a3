@station
Feature: E06 Stop Transaction options - Charging Station

  @TC_E_15_CS @req:E06.FR.03 @req:E06.FR.15
  Scenario: Stop transaction options - StopAuthorized - Local
    Given the Charging Station is configured with:
      | TxCtrlr.TxStopPoint | contains Authorized |
    And the state is EnergyTransferStarted
    When <transaction duration> seconds pass
    And the EV driver presents <valid token>
    # The case demands Local; Part 2 lets stoppedReason away when it is Local, and Part 2 leads.
    Then the Charging Station sends a TransactionEventRequest with [E06.FR.03, E06.FR.15]:
      | triggerReason                 | StopAuthorized   |
      | eventType                     | Ended            |
      | transactionInfo.stoppedReason | Local or omitted |
    # Beyond the steps of the case: the energy transfer really ends.
    And the rig shows within <message timeout> seconds:
      | power | < 50 |
