@station
Feature: G02 Heartbeat - Charging Station

  @X_G_01_CS @req:B01.FR.01 @req:G02.FR.01
  Scenario: Heartbeat - A Charging Station that has nothing else to say
    # No official case waits long enough to miss a heartbeat; whether one comes in time is for the monitor of silence.
    When the state becomes Booting
    Then the Charging Station sends a BootNotificationRequest with [B01.FR.01]:
      | reason | RemoteReset |
    And the Charging Station makes no disconnection for 4 * <heartbeat interval> seconds
