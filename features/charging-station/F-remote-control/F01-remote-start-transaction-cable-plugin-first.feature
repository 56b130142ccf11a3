@station
Feature: F01 Remote Start Transaction - Cable Plugin First - Charging Station

  @TC_F_01_CS @req:F01.FR.03 @req:F01.FR.04 @req:F01.FR.05 @req:F01.FR.13 @req:F01.FR.17 @req:F01.FR.19 @req:F02.FR.01
  Scenario: Remote start transaction - Cable plugin first
    Given the Charging Station is configured with:
      | AuthCtrlr.Enabled                    | true  | if writable    |
      | AuthCtrlr.DisableRemoteAuthorization | false | if implemented |
    And the state is EVConnectedPreSession
    When the state becomes Authorized (remote)
    And the state becomes EnergyTransferStarted
    Then the Charging Station has sent a TransactionEventRequest with [F01.FR.03, F01.FR.04, F01.FR.17, F01.FR.19, F02.FR.01]:
      | triggerReason                 | RemoteStart                                    |
      | transactionInfo.remoteStartId | <RequestStartTransactionRequest.remoteStartId> |
      | idToken                       | <valid token>                                  |
    And the Charging Station has sent a TransactionEventRequest with [F01.FR.05]:
      | transactionInfo.chargingState | Charging |
    And the rule "remote start names the transaction under way" holds [F01.FR.13]
