@station
Feature: L01 Secure Firmware Update - Charging Station

  @TC_L_01_CS @req:L01.FR.01 @req:L01.FR.04 @req:L01.FR.05 @req:L01.FR.09 @req:L01.FR.10 @req:L01.FR.12 @req:L01.FR.13 @req:L01.FR.15 @req:L01.FR.20 @req:L01.FR.21
  Scenario: Secure Firmware Update - Installation successful
    When the CSMS sends an UpdateFirmwareRequest with:
      | firmware                  | <firmware>    |
      | firmware.installDateTime  | now - 2 hours |
      | firmware.retrieveDateTime | now - 2 hours |
    Then the Charging Station responds with an UpdateFirmwareResponse with [L01.FR.21]:
      | status | Accepted |
    And the Charging Station sends in order within <download time> seconds [L01.FR.01, L01.FR.04, L01.FR.09, L01.FR.10, L01.FR.12, L01.FR.20]:
      | event                             | requestId                         | status            |
      | FirmwareStatusNotificationRequest | <UpdateFirmwareRequest.requestId> | Downloading       |
      | FirmwareStatusNotificationRequest | <UpdateFirmwareRequest.requestId> | Downloaded        |
      | FirmwareStatusNotificationRequest | <UpdateFirmwareRequest.requestId> | SignatureVerified |
    When the state becomes FirmwareInstalled
    # While it restarts some attempts may fail.
    Then the Charging Station makes a connection attempt with:
      | where outcome | established |
    And the Charging Station has made a file download with:
      | url     | <UpdateFirmwareRequest.firmware.location> |
      | outcome | completed                                 |
    And the Charging Station has sent no FirmwareStatusNotificationRequest with [L01.FR.10, L01.FR.20]:
      | requestId | omitted or not <UpdateFirmwareRequest.requestId> |
    # Installing may be left out only after a reboot that InstallRebooting announced (L01.FR.15, L01.FR.23).
    And the Charging Station has sent a FirmwareStatusNotificationRequest with [L01.FR.01, L01.FR.15]:
      | status | Installing or InstallRebooting |
    And the Charging Station has sent a FirmwareStatusNotificationRequest with [L01.FR.05]:
      | status | Installed |

  @TC_L_05_CS @req:L01.FR.01 @req:L01.FR.02 @req:L01.FR.10 @req:L01.FR.20 @req:L01.FR.21 @req:L01.FR.22
  Scenario: Secure Firmware Update - InvalidCertificate
    When the CSMS sends an UpdateFirmwareRequest with:
      | firmware                  | <firmware with an invalid signing certificate> |
      | firmware.installDateTime  | now - 2 hours                                  |
      | firmware.retrieveDateTime | now - 2 hours                                  |
    Then the Charging Station responds with an UpdateFirmwareResponse with [L01.FR.21, L01.FR.22]:
      | status | InvalidCertificate or RevokedCertificate |
    And the Charging Station sends a SecurityEventNotificationRequest with [L01.FR.02]:
      | type | InvalidFirmwareSigningCertificate |
    And the Charging Station sends no FirmwareStatusNotificationRequest for <message timeout> seconds [L01.FR.21]
    And the Charging Station has made no file download [L01.FR.21]

  @TC_L_06_CS @req:L01.FR.01 @req:L01.FR.03 @req:L01.FR.04 @req:L01.FR.10 @req:L01.FR.20
  Scenario: Secure Firmware Update - InvalidSignature
    # Erratum (6.2.83): status and security event in any order.
    When the CSMS sends an UpdateFirmwareRequest with:
      | firmware                  | <firmware with an invalid signature> |
      | firmware.installDateTime  | now - 2 hours                        |
      | firmware.retrieveDateTime | now - 2 hours                        |
    Then the Charging Station responds with an UpdateFirmwareResponse with:
      | status | Accepted |
    And the Charging Station sends in order within <download time> seconds [L01.FR.01, L01.FR.10, L01.FR.20]:
      | event                             | requestId                         | status      |
      | FirmwareStatusNotificationRequest | <UpdateFirmwareRequest.requestId> | Downloading |
      | FirmwareStatusNotificationRequest | <UpdateFirmwareRequest.requestId> | Downloaded  |
    And the Charging Station sends in any order [L01.FR.01, L01.FR.03, L01.FR.04, L01.FR.10, L01.FR.20]:
      | event                             | requestId                         | status           | type                     |
      | FirmwareStatusNotificationRequest | <UpdateFirmwareRequest.requestId> | InvalidSignature |                          |
      | SecurityEventNotificationRequest  |                                   |                  | InvalidFirmwareSignature |
    # Beyond the steps of the case: the image is not installed all the same.
    And the Charging Station sends no FirmwareStatusNotificationRequest for <message timeout> seconds with [L01.FR.04]:
      | status | SignatureVerified or InstallScheduled or InstallRebooting or Installing or Installed |
