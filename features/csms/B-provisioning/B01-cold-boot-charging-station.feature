@csms
Feature: B01 Cold Boot Charging Station - CSMS

  @TC_B_01_CSMS @req:B01.FR.02
  Scenario: Cold Boot Charging Station - Accepted
    When the Charging Station sends a BootNotificationRequest with:
      | reason | PowerUp |
    Then the CSMS responds with a BootNotificationResponse with [B01.FR.02]:
      | status | Accepted |
    When the Charging Station reports Available at every EVSE
    Then the CSMS responds with one or more StatusNotificationResponses or NotifyEventResponses
