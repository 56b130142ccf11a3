@station
Feature: A01 Update Charging Station Password for HTTP Basic Authentication - Charging Station

  @TC_A_09_CS @req:A01.FR.01 @req:A01.FR.11 @req:A01.FR.12 @req:B01.FR.01
  Scenario: Update Charging Station Password for HTTP Basic Authentication - Accepted
    When the CSMS sends a SetVariablesRequest with:
      | setVariableData[0]                | SecurityCtrlr.BasicAuthPassword |
      | setVariableData[0].attributeValue | <new password>                  |
    Then the Charging Station responds with a SetVariablesResponse with [A01.FR.01]:
      | setVariableResult[0]                 | SecurityCtrlr.BasicAuthPassword |
      | setVariableResult[0].attributeStatus | Accepted or RebootRequired      |
    # The document names no Reset: after RebootRequired the station is expected to boot by itself, else just to reconnect.
    And the Charging Station makes a connection attempt with [A01.FR.01]:
      | outcome                | established        |
      | authorization.username | <station identity> |
      | authorization.password | <new password>     |
    # A boot may come long after the connection; that it must come after RebootRequired is not seen here.
    And the Charging Station sends in any order within <reconnect time> seconds [B01.FR.01]:
      | event                            | times    | type                                | connectorStatus |
      | BootNotificationRequest          | optional |                                     |                 |
      | SecurityEventNotificationRequest | optional | StartupOfTheDevice or ResetOrReboot |                 |
      | connector status                 | any      |                                     | Available       |

  @TC_A_10_CS @req:A01.FR.01 @req:A01.FR.11 @req:A01.FR.12
  Scenario: Update Charging Station Password for HTTP Basic Authentication - Rejected
    When the CSMS sends a SetVariablesRequest with:
      | setVariableData[0]                | SecurityCtrlr.BasicAuthPassword |
      | setVariableData[0].attributeValue | <too short password>            |
    Then the Charging Station responds with a SetVariablesResponse with [A01.FR.01]:
      | setVariableResult[0]                 | SecurityCtrlr.BasicAuthPassword |
      | setVariableResult[0].attributeStatus | Rejected                        |
    When the CSMS drops the connection
    Then the Charging Station makes a connection attempt with [A01.FR.01]:
      | authorization.username | <station identity> |
      | authorization.password | <password>         |
      | outcome                | established        |
    When the state becomes Booted
    Then the Charging Station has made no connection attempt with [A01.FR.01]:
      | authorization.password | <too short password> |
