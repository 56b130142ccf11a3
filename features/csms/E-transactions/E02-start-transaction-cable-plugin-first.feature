@csms
Feature: E02 Start Transaction - Cable Plugin First - CSMS

  @TC_E_03_CSMS @req:E02.FR.02
  Scenario: Local start transaction - Cable plugin first - Success
    Given the state is EVConnectedPreSession
    When the EV driver presents <valid token>
    Then the CSMS responds with an AuthorizeResponse with:
      | idTokenInfo.status | Accepted |
    And the CSMS responds with a TransactionEventResponse with [E02.FR.02]:
      | idTokenInfo.status | Accepted |
    When the state becomes EnergyTransferStarted
