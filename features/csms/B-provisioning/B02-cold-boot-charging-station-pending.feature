@csms
Feature: B02 Cold Boot Charging Station - Pending - CSMS

  # The second answer is validated under step 3 in the document; it is the one of step 4.
  @TC_B_02_CSMS @req:B02.FR.01 @req:B02.FR.06
  Scenario: Cold Boot Charging Station - Pending
    Given the CSMS is configured with:
      | next boot status | Pending |
    When the Charging Station sends a BootNotificationRequest with:
      | reason | PowerUp |
    Then the CSMS responds with a BootNotificationResponse with [B02.FR.01]:
      | status | Pending |
    And the CSMS makes no disconnection for <boot interval> seconds [B02.FR.06]
    # "First Pending" is the prerequisite; in many a CSMS that is a policy which holds until it is changed.
    Given the CSMS is configured with:
      | next boot status | Accepted |
    When the Charging Station sends a BootNotificationRequest with:
      | reason | PowerUp |
    Then the CSMS responds with a BootNotificationResponse with:
      | status | Accepted |
    When the Charging Station reports Available at every EVSE
    Then the CSMS responds with one or more StatusNotificationResponses or NotifyEventResponses

  @TC_B_30_CSMS @req:B02.FR.09 @req:B03.FR.07
  Scenario: Cold Boot Charging Station - Pending/Rejected - SecurityError
    Given the CSMS is configured with:
      | next boot status | Pending or Rejected |
    When the Charging Station sends a BootNotificationRequest with:
      | reason | PowerUp |
    Then the CSMS responds with a BootNotificationResponse with:
      | status | Pending or Rejected |
    When the Charging Station reports Available at EVSE 1
    Then the CSMS responds with a CALLERROR with [B02.FR.09, B03.FR.07]:
      | errorCode | SecurityError |
