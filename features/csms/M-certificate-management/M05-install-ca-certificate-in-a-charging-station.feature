@csms
Feature: M05 Install CA certificate in a Charging Station - CSMS

  @TC_M_01_CSMS @req:M05.FR.01
  Scenario: Install CA certificate - CSMSRootCertificate
    When the operator asks the CSMS to send an InstallCertificateRequest with:
      | certificate type | CSMSRootCertificate |
      | certificate      | new CSMS root       |
    Then the CSMS sends an InstallCertificateRequest with [M05.FR.01]:
      | certificateType | CSMSRootCertificate |
      | certificate     | <new CSMS root>     |
    When the Charging Station responds with an InstallCertificateResponse with:
      | status | Accepted |
