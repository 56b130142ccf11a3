@csms
Feature: M03 Retrieve list of available certificates from a Charging Station - CSMS

  # One station answers in all three algorithms in turn: a CSMS that stumbles over one cannot carry out the next order.
  @TC_M_12_CSMS @req:M03.FR.01
  Scenario: Retrieve certificates from Charging Station - CSMSRootCertificate
    When the operator asks the CSMS to send a GetInstalledCertificateIdsRequest with:
      | certificate type | CSMSRootCertificate |
    Then the CSMS sends a GetInstalledCertificateIdsRequest with [M03.FR.01]:
      | certificateType | [CSMSRootCertificate] |
    When the Charging Station responds with a GetInstalledCertificateIdsResponse with:
      | status                                          | Accepted                   |
      | certificateHashDataChain[0].certificateType     | CSMSRootCertificate        |
      | certificateHashDataChain[0].certificateHashData | <SHA256 hash of CSMS root> |
    And the operator asks the CSMS to send a GetInstalledCertificateIdsRequest with:
      | certificate type | CSMSRootCertificate |
    Then the CSMS sends a GetInstalledCertificateIdsRequest with [M03.FR.01]:
      | certificateType | [CSMSRootCertificate] |
    When the Charging Station responds with a GetInstalledCertificateIdsResponse with:
      | status                                          | Accepted                   |
      | certificateHashDataChain[0].certificateType     | CSMSRootCertificate        |
      | certificateHashDataChain[0].certificateHashData | <SHA384 hash of CSMS root> |
    And the operator asks the CSMS to send a GetInstalledCertificateIdsRequest with:
      | certificate type | CSMSRootCertificate |
    Then the CSMS sends a GetInstalledCertificateIdsRequest with [M03.FR.01]:
      | certificateType | [CSMSRootCertificate] |
    When the Charging Station responds with a GetInstalledCertificateIdsResponse with:
      | status                                          | Accepted                   |
      | certificateHashDataChain[0].certificateType     | CSMSRootCertificate        |
      | certificateHashDataChain[0].certificateHashData | <SHA512 hash of CSMS root> |
    And the Charging Station sends a HeartbeatRequest
    Then the CSMS responds with a HeartbeatResponse
