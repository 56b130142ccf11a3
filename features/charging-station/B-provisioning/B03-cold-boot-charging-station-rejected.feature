@station
Feature: B03 Cold Boot Charging Station - Rejected - Charging Station

  @TC_B_03_CS @req:B03.FR.02 @req:B03.FR.04 @req:B03.FR.06
  Scenario: Cold Boot Charging Station - Rejected
    Given the CSMS answers the next BootNotificationRequest with a BootNotificationResponse holding:
      | status   | Rejected             |
      | interval | <heartbeat interval> |
    When the rig power-cycles the Charging Station
    Then the Charging Station sends a BootNotificationRequest
    And the Charging Station sends no message for <heartbeat interval> - 1 seconds [B03.FR.02]
    And the Charging Station sends a BootNotificationRequest within <boot time> seconds [B03.FR.06]
    And the Charging Station reports Available at every EVSE
