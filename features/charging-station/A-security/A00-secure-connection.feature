@station
Feature: A00 Secure connection - Charging Station

  @TC_A_01_CS @req:A00.FR.202 @req:A00.FR.203 @req:A00.FR.204 @req:A00.FR.205 @req:A00.FR.301 @req:A00.FR.302 @req:A00.FR.304 @req:B01.FR.01 @req:B01.FR.05 @req:B01.FR.09
  Scenario: Basic Authentication - Valid username/password combination
    # BasicAuthPassword is not set again: only the configured one is let in, and setting it would make the station reconnect.
    When the state becomes Booting
    Then the Charging Station makes a connection attempt with [A00.FR.202, A00.FR.203, A00.FR.204, A00.FR.205, A00.FR.301, A00.FR.302, A00.FR.304]:
      | authorization | obeys "Basic header of this station" |
      | outcome       | established                          |
    And the Charging Station sends a BootNotificationRequest with [B01.FR.01, B01.FR.09]:
      | reason | RemoteReset |
    # A connector may go Unavailable before the reset (B11.FR.03).
    And the Charging Station sends in any order [B01.FR.05]:
      | event            | times | connector            | connectorStatus |
      | connector status |       | each of <connectors> | Available       |
      | connector status | any   |                      | Unavailable     |
    And the Charging Station sends a SecurityEventNotificationRequest with:
      | type | StartupOfTheDevice or ResetOrReboot |

  @TC_A_04_CS @req:A00.FR.309 @req:A00.FR.312 @req:A00.FR.313 @req:A00.FR.319 @req:A00.FR.321 @req:A00.FR.412 @req:A00.FR.422
  Scenario: TLS - server-side certificate - Valid certificate
    Given the state is Booting
    Then the Charging Station makes a connection attempt with [A00.FR.312, A00.FR.313, A00.FR.319, A00.FR.422]:
      | tls.version | >= 1.2                        |
      | tls.suites  | obeys "cipher suites suffice" |
      | outcome     | established                   |
    And the Charging Station sends a BootNotificationRequest
    # A connector may go Unavailable before the reset (B11.FR.03).
    And the Charging Station sends in any order:
      | event            | times | connector            | connectorStatus |
      | connector status |       | each of <connectors> | Available       |
      | connector status | any   |                      | Unavailable     |

  @TC_A_05_CS @req:A00.FR.309 @req:A00.FR.310 @req:A00.FR.311 @req:A00.FR.412 @req:A00.FR.413 @req:A00.FR.414
  Scenario Outline: TLS - server-side certificate - Invalid certificate
    # Errata 2024-11 to 2025-04: five generated defects, each followed by a good connection, no boot in between.
    Given the Charging Station is configured with:
      | OCPPCommCtrlr.NetworkProfileConnectionAttempts | 3                                    |                |
      | OCPPCommCtrlr.NetworkConfigurationPriority     | <OCPPCommCtrlr.ActiveNetworkProfile> |                |
      | SecurityCtrlr.AllowCSMSTLSWildcards            | false                                | if implemented |
    When the CSMS drops the connection
    Then the Charging Station makes a connection attempt with:
      | outcome | established                          |
      | gap     | present as <measured reconnect time> |
    Given the CSMS answers every connection attempt with the server certificate "<defect>"
    When the CSMS drops the connection
    Then the Charging Station makes a connection attempt with [A00.FR.309, A00.FR.311, A00.FR.412, A00.FR.414]:
      | outcome | aborted by the Charging Station |
    When 2 * <measured reconnect time> seconds pass
    And the CSMS answers every connection attempt with the server certificate "valid"
    Then the Charging Station makes a connection attempt with:
      | where outcome | established |
    # Once for several failed attempts is enough (Part 2), once for each is legal.
    And the Charging Station sends one or more SecurityEventNotificationRequests with [A00.FR.310, A00.FR.413]:
      | type | InvalidCsmsCertificate |

    Examples:
      | defect             |
      | expired            |
      | not yet valid      |
      | unknown root       |
      | other host name    |
      | wildcard host name |

  @TC_A_06_CS @req:A00.FR.314 @req:A00.FR.316 @req:A00.FR.416 @req:A00.FR.417 @req:A00.FR.419
  Scenario: TLS - server-side certificate - TLS version too low
    # A station that offers nothing below TLS 1.2 is turned away by our server's own stack: refused, not aborted.
    Given the Charging Station is configured with:
      | OCPPCommCtrlr.NetworkProfileConnectionAttempts | 1 |
    And the CSMS answers the next connection attempt with TLS 1.1
    When the state becomes Booting
    Then the Charging Station makes in order [A00.FR.314, A00.FR.316, A00.FR.416, A00.FR.417, A00.FR.419]:
      | event              | outcome                                    |
      | connection attempt | aborted by the Charging Station or refused |
      | connection attempt | established                                |
    And the Charging Station sends a BootNotificationRequest
    And the Charging Station sends in any order:
      | event                            | times    | type                                | connector            | connectorStatus |
      | SecurityEventNotificationRequest |          | StartupOfTheDevice or ResetOrReboot |                      |                 |
      | SecurityEventNotificationRequest | optional | InvalidTLSVersion                   |                      |                 |
      | connector status                 |          |                                     | each of <connectors> | Available       |
      | connector status                 | any      |                                     |                      | Unavailable     |

  @TC_A_07_CS @req:A00.FR.401 @req:A00.FR.402 @req:A00.FR.415 @req:A00.FR.416 @req:A00.FR.422 @req:A00.FR.502 @req:A00.FR.503 @req:A00.FR.507 @req:A00.FR.508 @req:A00.FR.511
  Scenario: TLS - Client-side certificate - valid certificate
    Given the state is Booting
    Then the Charging Station makes a connection attempt with [A00.FR.401, A00.FR.402, A00.FR.415, A00.FR.416, A00.FR.422]:
      | outcome               | established                   |
      | securityProfile       | 3                             |
      | tls.version           | >= 1.2                        |
      | tls.suites            | obeys "cipher suites suffice" |
      | tls.clientCertificate | present                       |
    And the Charging Station sends a BootNotificationRequest
    # A connector may go Unavailable before the reset (B11.FR.03).
    And the Charging Station sends in any order:
      | event            | times | connector            | connectorStatus |
      | connector status |       | each of <connectors> | Available       |
      | connector status | any   |                      | Unavailable     |
    # Looked at last: the boot has named the serial number by then. PEM (A00.FR.507) cannot be seen in a handshake.
    And the Charging Station has made a connection attempt with [A00.FR.502, A00.FR.503, A00.FR.508, A00.FR.511]:
      | tls.clientCertificate              | obeys "certificate keys are long enough"      |
      | tls.clientCertificate              | obeys "client certificate names this station" |
      | tls.clientCertificate.serialNumber | present                                       |
