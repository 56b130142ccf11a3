@csms
Feature: F02 Remote Start Transaction - Remote Start First - CSMS

  @TC_F_03_CSMS @req:F02.FR.01 @req:F01.FR.02
  Scenario: Remote start transaction - Remote start first - AuthorizeRemoteStart is false
    Given the Charging Station is configured with:
      | AuthCtrlr.AuthorizeRemoteStart | false |
    When the operator asks the CSMS to send a RequestStartTransactionRequest with:
      | token | <valid token> |
      | evse  | <evse>        |
    Then the CSMS sends a RequestStartTransactionRequest with [F01.FR.02]:
      | idToken       | <valid token> |
      | remoteStartId | present       |
    And the CSMS responds with a TransactionEventResponse with [F02.FR.01]:
      | idTokenInfo.status | omitted or Accepted |
    When the state becomes EnergyTransferStarted
