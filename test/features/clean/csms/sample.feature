@csms
Feature: Sentences of a CSMS under test, as material for the lint

  @TC_K_60_CSMS @req:K01.FR.03 @req:K01.FR.31
  Scenario: Asking, expecting, answering
    Given the CSMS is configured with:
      | token  | <valid token> |
      | status | Accepted      |
    And the state is EnergyTransferStarted
    When the operator asks the CSMS to send a SetChargingProfileRequest with:
      | purpose | TxProfile |
      | evse    | <evse>    |
    Then the CSMS sends a SetChargingProfileRequest with [K01.FR.03, K01.FR.31]:
      | evseId          | <evse>                         |
      | chargingProfile | obeys "legal charging profile" |
    When the Charging Station responds with a SetChargingProfileResponse with:
      | status | Accepted |
    And the Charging Station sends 2 HeartbeatRequests
    Then the CSMS responds with 2 HeartbeatResponses
    And the rule "Triggered boot reason follows an accepted trigger" holds

  @TC_A_06_CSMS @req:A00.FR.314 @requires:TC_A_04_CSMS
  Scenario: A connection
    When the Charging Station connects with:
      | tls versions | < 1.2 |
    Then the CSMS refuses the connection [A00.FR.314]

  # Not in the document: shows that a case of our own says why it is there.
  @X_G_01_CSMS
  Scenario: Hands and optional rows
    When the EV driver plugs in the cable at EVSE 1
    And the rig fails the lock
    And the Charging Station reports Faulted at <evse> within 5 seconds
    Then the CSMS sends in any order:
      | event             | times    |
      | GetVariablesRequest | optional |
      | GetReportRequest  | any      |
    And the CSMS sends no ResetRequest for 2 seconds
