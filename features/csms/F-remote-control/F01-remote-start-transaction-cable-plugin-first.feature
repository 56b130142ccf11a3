@csms
Feature: F01 Remote Start Transaction - Cable Plugin First - CSMS

  @TC_F_01_CSMS
  Scenario: Remote start transaction - Cable plugin first
    Given the Charging Station is configured with:
      | AuthCtrlr.AuthorizeRemoteStart | false |
    And the state is EVConnectedPreSession
    When the operator asks the CSMS to send a RequestStartTransactionRequest with:
      | token | <valid token> |
      | evse  | <evse>        |
    Then the CSMS sends a RequestStartTransactionRequest with:
      | idToken       | <valid token> |
      | remoteStartId | present       |
    And the CSMS responds with a TransactionEventResponse with:
      | idTokenInfo.status | omitted or Accepted |
    When the state becomes EnergyTransferStarted
