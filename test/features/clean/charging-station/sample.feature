@station
Feature: Sentences of a station under test, as material for the lint

  @TC_H_01_CS @req:H01.FR.15 @req:H03.FR.01
  Scenario: Sending and expecting
    Given the Charging Station is configured with:
      | OCPPCommCtrlr.HeartbeatInterval | 60 | if writable |
    And the CSMS answers the next AuthorizeRequest with an AuthorizeResponse holding:
      | where idToken.idToken | contains ASSAY |
      | idTokenInfo.status    | Accepted       |
    When the CSMS sends a ReserveNowRequest with:
      | id             | <new id> as <reservation> |
      | evseId         | <evse>                    |
      | expiryDateTime | now + 60 seconds          |
      | idToken        | <valid token>             |
    Then the Charging Station responds with a ReserveNowResponse with [H01.FR.15]:
      | status | Accepted |
    When the EV driver presents <valid token> at <evse>
    Then the Charging Station sends a TransactionEventRequest within 30 seconds with [H03.FR.01]:
      | seqNo         | >= 0                                         |
      | timestamp     | before <ReserveNowRequest.expiryDateTime>    |
      | reservationId | <reservation>                                |
      | evse.id       | <evse>                                       |
    And the Charging Station makes no disconnection for 5 seconds

  @TC_K_01_CS @req:K01.FR.07
  Scenario: A message with lists
    When the CSMS sends a SetChargingProfileRequest with:
      | evseId                                                                    | <evse>           |
      | chargingProfile.stackLevel                                                | <stack level>    |
      | chargingProfile.chargingProfilePurpose                                    | TxDefaultProfile |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod | 0                |
    Then the Charging Station responds with a SetChargingProfileResponse with [K01.FR.07]:
      | status | Accepted |

  @TC_L_06_CS @req:L01.FR.01 @req:L01.FR.03
  Scenario: Patterns
    Given the firmware image is valid
    When the CSMS sends an UpdateFirmwareRequest with:
      | firmware | <firmware with an invalid signature> |
    Then the Charging Station sends in order within <download time> seconds [L01.FR.01]:
      | event                             | times | gap      | status      |
      | FirmwareStatusNotificationRequest |       |          | Downloading |
      | FirmwareStatusNotificationRequest |       | about 60 | Downloaded  |
      | file download                     | any   |          |             |
    When 5 seconds pass
    And the state becomes FirmwareInstalled
    Then the Charging Station has sent a SecurityEventNotificationRequest with [L01.FR.03]:
      | type | InvalidFirmwareSignature |

  @TC_A_05_CS @req:A00.FR.309
  Scenario Outline: Examples
    Given the CSMS answers the next connection attempt with the server certificate "<defect>"
    And the state is EnergyTransferStarted with:
      | idToken | <valid token 2> |
    When the CSMS drops the connection
    Then the Charging Station makes a connection attempt within 2 * <back-off minimum> seconds with [A00.FR.309]:
      | outcome | refused by the Charging Station |

    Examples:
      | defect     |
      | expired    |
      | old root   |
