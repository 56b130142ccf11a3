@csms
Feature: E01 Start Transaction options - CSMS

  @TC_E_01_CSMS @req:E01.FR.05
  Scenario: Start transaction options - PowerPathClosed
    Given the Charging Station is configured with:
      | TxCtrlr.TxStartPoint | PowerPathClosed |
    When the EV driver presents <valid token>
    Then the CSMS responds with an AuthorizeResponse with:
      | idTokenInfo.status | Accepted |
    When the EV driver plugs in the cable
    Then the CSMS responds with a StatusNotificationResponse or NotifyEventResponse
    And the CSMS responds with a TransactionEventResponse with [E01.FR.05]:
      | idTokenInfo.status | Accepted |
    And the CSMS responds with a TransactionEventResponse
