@station
Feature: B07 Get Base Report - Charging Station

  @TC_B_12_CS @req:B07.FR.01 @req:B07.FR.03 @req:B07.FR.04 @req:B07.FR.07 @req:B07.FR.10 @req:B07.FR.12
  Scenario: Get Base Report - ConfigurationInventory
    When the CSMS sends a GetBaseReportRequest with:
      | reportBase | ConfigurationInventory |
    Then the Charging Station responds with a GetBaseReportResponse with [B07.FR.01, B07.FR.12]:
      | status                | Accepted           |
      | statusInfo.reasonCode | omitted or NoError |
    And the Charging Station sends all parts of a NotifyReportRequest within <long operation> seconds with [B07.FR.03, B07.FR.04, B07.FR.07, B07.FR.10]:
      | requestId                             | <GetBaseReportRequest.requestId>    |
      | reportData[*].variableCharacteristics | present                             |
      | reportData                            | obeys "every variable can be set"   |
      | reportData                            | obeys "values fit characteristics"  |
      | reportData                            | obeys "mandatory variables present" |
