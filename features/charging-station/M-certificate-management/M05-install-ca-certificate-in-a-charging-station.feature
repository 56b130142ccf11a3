@station
Feature: M05 Install CA certificate in a Charging Station - Charging Station

  @TC_M_01_CS @req:M05.FR.01 @req:M05.FR.02
  Scenario: Install CA certificate - CSMSRootCertificate
    When the CSMS sends an InstallCertificateRequest with:
      | certificateType | CSMSRootCertificate |
      | certificate     | <new CSMS root>     |
    Then the Charging Station responds with an InstallCertificateResponse with [M05.FR.01, M05.FR.02]:
      | status | Accepted |
    When the CSMS sends a GetInstalledCertificateIdsRequest with:
      | certificateType[0] | CSMSRootCertificate |
    # The hash algorithm is the station's choice.
    Then the Charging Station responds with a GetInstalledCertificateIdsResponse with [M05.FR.01]:
      | status                                          | Accepted                                                                                                          |
      | certificateHashDataChain[a].certificateType     | CSMSRootCertificate                                                                                               |
      | certificateHashDataChain[a].certificateHashData | <SHA256 hash data of new CSMS root> or <SHA384 hash data of new CSMS root> or <SHA512 hash data of new CSMS root> |
