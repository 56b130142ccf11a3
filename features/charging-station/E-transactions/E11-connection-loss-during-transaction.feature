@station
Feature: E11 Connection Loss During Transaction - Charging Station

  @X_E_01_CS @req:E02.FR.13 @req:E11.FR.01 @req:E11.FR.02
  Scenario: Connection loss during transaction - The charging state changes
    # No official case changes the charging state in an outage; seqNo, order and the flag of what is told later are for the monitors.
    Given the Charging Station is configured with:
      | OCPPCommCtrlr.RetryBackOffWaitMinimum | <back-off minimum> | if writable |
      | OCPPCommCtrlr.RetryBackOffRandomRange | 0                  | if writable |
      | OCPPCommCtrlr.RetryBackOffRepeatTimes | 1                  | if writable |
      | TxCtrlr.TxStopPoint                   | EVConnected        | if writable |
    And the state is EnergyTransferStarted
    When the CSMS goes offline
    And 10 seconds pass
    And the EV suspends charging
    And 10 seconds pass
    And the EV resumes charging
    And 10 seconds pass
    And the CSMS comes back online
    # What was queued may arrive in any order. A station that cannot handle a suspension says EVConnected (E01.FR.20).
    Then the Charging Station sends in any order within 4 * <back-off minimum> + <message timeout> seconds [E02.FR.13, E11.FR.01]:
      | event                   | triggerReason        | transactionInfo.chargingState |
      | TransactionEventRequest | ChargingStateChanged | SuspendedEV or EVConnected    |
      | TransactionEventRequest | ChargingStateChanged | Charging                      |
