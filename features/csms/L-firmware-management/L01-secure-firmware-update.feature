@csms
Feature: L01 Secure Firmware Update - CSMS

  # The image is the CSMS's own: it is fetched from where the request says, as a station would, to verify its signature.
  @TC_L_01_CSMS @req:L01.FR.01 @req:L01.FR.11 @req:L01.FR.15
  Scenario: Secure Firmware Update - Installation successful
    When the operator asks the CSMS to send an UpdateFirmwareRequest
    Then the CSMS sends an UpdateFirmwareRequest with [L01.FR.11]:
      | firmware.signingCertificate | obeys "certificate keys are long enough" |
      | firmware.signature          | not empty                                |
    And the rule "firmware signature verifies" holds [L01.FR.11]
    When the Charging Station responds with an UpdateFirmwareResponse with:
      | status | Accepted |
    And the Charging Station sends in order:
      | event                             | status            |
      | FirmwareStatusNotificationRequest | Downloading       |
      | FirmwareStatusNotificationRequest | Downloaded        |
      | FirmwareStatusNotificationRequest | SignatureVerified |
      | FirmwareStatusNotificationRequest | Installing        |
      | FirmwareStatusNotificationRequest | InstallRebooting  |
    And the state becomes Booted with:
      | reason | FirmwareUpdate |
    And the Charging Station sends a FirmwareStatusNotificationRequest with:
      | status | Installed |
    Then the CSMS responds with 6 FirmwareStatusNotificationResponses [L01.FR.01, L01.FR.15]
