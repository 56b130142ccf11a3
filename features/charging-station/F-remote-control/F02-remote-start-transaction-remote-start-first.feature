@station
Feature: F02 Remote Start Transaction - Remote Start First - Charging Station

  @TC_F_03_CS @req:F01.FR.02 @req:F02.FR.01
  Scenario: Remote start transaction - Remote start first - AuthorizeRemoteStart is false
    Given the Charging Station is configured with:
      | AuthCtrlr.Enabled                    | true  | if writable    |
      | AuthCtrlr.DisableRemoteAuthorization | false | if implemented |
      | AuthCtrlr.AuthorizeRemoteStart       | false |                |
    And the state is ParkingBayOccupied
    When the state becomes Authorized (remote)
    And the state becomes EnergyTransferStarted
    Then the Charging Station has sent a TransactionEventRequest with [F02.FR.01]:
      | triggerReason                 | RemoteStart                                    |
      | transactionInfo.remoteStartId | <RequestStartTransactionRequest.remoteStartId> |
      | idToken                       | <valid token>                                  |
    And the Charging Station has sent no AuthorizeRequest [F01.FR.02]
    And the Charging Station has sent a TransactionEventRequest with [F01.FR.02]:
      | transactionInfo.chargingState | Charging |
