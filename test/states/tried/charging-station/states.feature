@station
Feature: E05 states that no case of the suite uses yet, tried on the embedded station

  @TC_C_34_CS @req:E05.FR.01
  Scenario: Deauthorized from nothing: the state goes on until the transaction has started
    When the state becomes Deauthorized
    Then the Charging Station has sent a TransactionEventRequest with [E05.FR.01]:
      | triggerReason | Deauthorized |

  @TC_E_39_CS @req:E05.FR.01
  Scenario: Deauthorized after an authorization whose event the case answers itself
    Given the state is EVConnectedPreSession
    And the CSMS answers the next TransactionEventRequest with a TransactionEventResponse holding:
      | where idToken      | <valid token> |
      | idTokenInfo.status | Invalid       |
    And the state is Authorized
    When the state becomes Deauthorized
    Then the Charging Station has sent a TransactionEventRequest with [E05.FR.01]:
      | triggerReason | Deauthorized |

  @TC_E_31_CS @req:E04.FR.03
  Scenario: A session that ends while the link is down
    Given the state is EnergyTransferStarted
    When the CSMS goes offline
    And the EV driver unplugs the cable
    And the EV driver leaves the parking bay
    And <transaction duration> seconds pass
    And the CSMS comes back online
    Then the Charging Station sends a TransactionEventRequest within 60 seconds with:
      | eventType | Ended |
    And the rule "queued events tell the session" holds [E04.FR.03]

  @TC_B_53_CS @req:B07.FR.08
  Scenario: Every variable that can be read comes with its value
    When the CSMS sends a GetBaseReportRequest with:
      | reportBase | FullInventory |
    Then the Charging Station responds with a GetBaseReportResponse with:
      | status | Accepted |
    And the Charging Station sends all parts of a NotifyReportRequest within 120 seconds with [B07.FR.08]:
      | reportData | obeys "readable values present" |
