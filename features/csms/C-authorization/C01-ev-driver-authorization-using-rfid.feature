@csms
Feature: C01 EV Driver Authorization using RFID - CSMS

  @TC_C_02_CSMS @req:C01.FR.07 @req:C04.FR.01 @req:C06.FR.04
  Scenario: Local start transaction - Authorization Invalid/Unknown
    When the Charging Station sends an AuthorizeRequest with:
      | idToken | <invalid token> |
    Then the CSMS responds with an AuthorizeResponse with [C01.FR.07, C04.FR.01, C06.FR.04]:
      | idTokenInfo.status | Invalid or Unknown |
    # Beyond the steps of the case: a CSMS that refuses everybody has told nothing about this token.
    When the Charging Station sends an AuthorizeRequest with:
      | idToken | <valid token> |
    Then the CSMS responds with an AuthorizeResponse with [C01.FR.07]:
      | idTokenInfo.status | Accepted |
