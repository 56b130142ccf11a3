@station
Feature: B05 Set Variables - Charging Station

  @TC_B_09_CS @req:B05.FR.01 @req:B05.FR.02 @req:B05.FR.03 @req:B05.FR.10 @req:B05.FR.12
  Scenario: Set Variables - single value
    Given the Charging Station is configured with:
      | OCPPCommCtrlr.OfflineThreshold | <offline threshold> |
    When the CSMS sends a SetVariablesRequest with:
      | setVariableData[0]                | OCPPCommCtrlr.OfflineThreshold |
      | setVariableData[0].attributeType  | Actual                         |
      | setVariableData[0].attributeValue | 300                            |
    Then the Charging Station responds with a SetVariablesResponse with [B05.FR.01, B05.FR.02, B05.FR.03, B05.FR.10]:
      | setVariableResult                                   | 1 item                         |
      | setVariableResult[0]                                | OCPPCommCtrlr.OfflineThreshold |
      | setVariableResult[0].attributeType                  | Actual                         |
      | setVariableResult[0].attributeStatus                | Accepted                       |
      | setVariableResult[0].attributeStatusInfo.reasonCode | omitted or NoError             |
    # Beyond the steps of the case: the value really is set, and B05.FR.12, which the case cites but does not exercise.
    When the CSMS sends a GetVariablesRequest with:
      | getVariableData[0] | OCPPCommCtrlr.OfflineThreshold |
    Then the Charging Station responds with a GetVariablesResponse with [B05.FR.10]:
      | getVariableResult[0].attributeValue | 300 |
    When the CSMS sends a SetVariablesRequest with:
      | setVariableData[0]                | OCPPCommCtrlr.OfflineThreshold |
      | setVariableData[0].attributeValue | <offline threshold>            |
    Then the Charging Station responds with a SetVariablesResponse with [B05.FR.12]:
      | setVariableResult[0].attributeType   | Actual   |
      | setVariableResult[0].attributeStatus | Accepted |
