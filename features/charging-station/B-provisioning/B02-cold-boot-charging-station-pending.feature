@station
Feature: B02 Cold Boot Charging Station - Pending - Charging Station

  @TC_B_02_CS @req:B02.FR.01 @req:B02.FR.02 @req:B02.FR.04 @req:B02.FR.05 @req:B02.FR.06 @req:B02.FR.08 @req:F06.FR.17
  Scenario: Cold Boot Charging Station - Pending
    Given the Charging Station is configured with:
      | OCPPCommCtrlr.OfflineThreshold | <offline threshold> |
    # Every one: a station whose report takes longer than the interval boots again in between (B02.FR.08).
    And the CSMS answers every BootNotificationRequest with a BootNotificationResponse holding:
      | status   | Pending              |
      | interval | <heartbeat interval> |
    When the rig power-cycles the Charging Station
    Then the Charging Station sends a BootNotificationRequest
    When the CSMS sends a SetVariablesRequest with:
      | setVariableData[0]                | OCPPCommCtrlr.OfflineThreshold |
      | setVariableData[0].attributeValue | 300                            |
    Then the Charging Station responds with a SetVariablesResponse with [B02.FR.01]:
      | setVariableResult[0].attributeStatus | Accepted |
    When the CSMS sends a GetVariablesRequest with:
      | getVariableData[0] | OCPPCommCtrlr.OfflineThreshold |
    Then the Charging Station responds with a GetVariablesResponse with [B02.FR.01]:
      | getVariableResult[0].attributeStatus | Accepted |
      | getVariableResult[0].attributeValue  | 300      |
    When the CSMS sends a GetBaseReportRequest with:
      | reportBase | FullInventory |
    Then the Charging Station responds with a GetBaseReportResponse with [B02.FR.01]:
      | status | Accepted |
    And the Charging Station sends all parts of a NotifyReportRequest within <long operation> seconds with [B02.FR.01]:
      | requestId | <GetBaseReportRequest.requestId> |
    # Nothing but what was asked for; from the report on, so that messages from before the power cycle do not count.
    And the Charging Station sends no HeartbeatRequest or StatusNotificationRequest or NotifyEventRequest or SecurityEventNotificationRequest or TransactionEventRequest or MeterValuesRequest for 5 seconds [B02.FR.02]
    And the Charging Station makes no disconnection for 1 second with [B02.FR.06]:
      | cause | Charging Station |
    # The EVSE is named, so that Rejected cannot mean that the station could not choose one.
    When the CSMS sends a RequestStartTransactionRequest with:
      | idToken | <valid token> |
      | evseId  | <evse>        |
    Then the Charging Station responds with a RequestStartTransactionResponse with [B02.FR.05]:
      | status | Rejected |
    When the CSMS answers every BootNotificationRequest with a BootNotificationResponse
    And the CSMS sends a TriggerMessageRequest with:
      | requestedMessage | BootNotification |
    Then the Charging Station responds with a TriggerMessageResponse with [F06.FR.17]:
      | status | Accepted or NotImplemented |
    And the Charging Station sends a BootNotificationRequest within <heartbeat interval> + <message timeout> seconds [B02.FR.08]
    And the rule "Triggered boot reason follows an accepted trigger" holds [B02.FR.04, F06.FR.17]
    And the Charging Station reports Available at every EVSE
