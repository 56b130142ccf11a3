@station
Feature: B01 Cold Boot Charging Station - Charging Station

  @TC_B_01_CS @req:B01.FR.01 @req:B01.FR.05 @req:B01.FR.09
  Scenario: Cold Boot Charging Station - Accepted
    When the state becomes Booting
    Then the Charging Station sends a BootNotificationRequest with [B01.FR.01, B01.FR.09]:
      | reason | RemoteReset |
    # A connector may go Unavailable before the reset (B11.FR.03).
    And the Charging Station sends in any order [B01.FR.05]:
      | event            | times | connector            | connectorStatus |
      | connector status |       | each of <connectors> | Available       |
      | connector status | any   |                      | Unavailable     |
    And the Charging Station sends a SecurityEventNotificationRequest with:
      | type | StartupOfTheDevice or ResetOrReboot |
