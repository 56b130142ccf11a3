@station
Feature: M03 Retrieve list of available certificates from a Charging Station - Charging Station

  @TC_M_12_CS @req:M03.FR.01 @req:M03.FR.03 @req:M03.FR.04
  Scenario: Retrieve certificates from Charging Station - CSMSRootCertificate
    Given the state is CertificateInstalled with:
      | certificateType | CSMSRootCertificate |
      | certificate     | <new CSMS root>     |
    When the CSMS sends a GetInstalledCertificateIdsRequest with:
      | certificateType[0] | CSMSRootCertificate |
    # The hash algorithm is the station's choice.
    Then the Charging Station responds with a GetInstalledCertificateIdsResponse with [M03.FR.01, M03.FR.03, M03.FR.04]:
      | status                                          | Accepted                                                                                                          |
      | certificateHashDataChain[a].certificateType     | CSMSRootCertificate                                                                                               |
      | certificateHashDataChain[a].certificateHashData | <SHA256 hash data of new CSMS root> or <SHA384 hash data of new CSMS root> or <SHA512 hash data of new CSMS root> |
