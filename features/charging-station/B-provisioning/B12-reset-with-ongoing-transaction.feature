@station
Feature: B12 Reset - With Ongoing Transaction - Charging Station

  @TC_B_21_CS @req:B12.FR.01 @req:B12.FR.03
  Scenario: Reset Charging Station - With Ongoing Transaction - OnIdle
    Given the state is EnergyTransferStarted
    When the CSMS sends a ResetRequest with:
      | type   | OnIdle  |
      | evseId | omitted |
    Then the Charging Station responds with a ResetResponse with [B12.FR.01]:
      | status | Scheduled |
    # Without this a reset at once would pass: the transaction would be over before the driver ends it.
    And the Charging Station sends no TransactionEventRequest for <transaction duration> seconds with [B12.FR.01, B12.FR.03]:
      | eventType | Ended |
    When the state becomes TransactionEnded
    Then the Charging Station sends a BootNotificationRequest with [B12.FR.03]:
      | reason | ScheduledReset |
    And the Charging Station sends in any order:
      | event                            | times | type                                | connector            | connectorStatus             |
      | connector status                 |       |                                     | each of <connectors> | each of <as the rig stands> |
      | connector status                 | any   |                                     |                      | Unavailable                 |
      | SecurityEventNotificationRequest |       | StartupOfTheDevice or ResetOrReboot |                      |                             |
    And the Charging Station has sent no TransactionEventRequest with [B12.FR.03]:
      | triggerReason | ResetCommand |
