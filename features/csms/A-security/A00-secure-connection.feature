@csms
Feature: A00 Secure connection - CSMS

  # Password and identity are the ones of the configuration, as the CSMS knows them.
  @TC_A_01_CSMS @req:A00.FR.204 @req:B01.FR.02
  Scenario: Basic Authentication - Valid username/password combination
    When the Charging Station connects with:
      | username | <station identity> |
      | password | <password>         |
    Then the CSMS accepts the connection [A00.FR.204]
    When the Charging Station sends a BootNotificationRequest with:
      | reason | PowerUp |
    Then the CSMS responds with a BootNotificationResponse with [B01.FR.02]:
      | status | Accepted |
    When the Charging Station reports Available at every EVSE
    Then the CSMS responds with one or more StatusNotificationResponses or NotifyEventResponses

  # The right password under the identity with a word appended: only the user name is wrong.
  @TC_A_02_CSMS @req:A00.FR.204
  Scenario: Basic Authentication - Username does not equal ChargingStationId
    When the Charging Station connects with:
      | username | <wrong username> |
    Then the CSMS refuses the connection with [A00.FR.204]:
      | refused at | HTTP |
    When the Charging Station connects
    Then the CSMS accepts the connection [A00.FR.204]

  # A fresh random password of legal form that the CSMS was never told.
  @TC_A_03_CSMS @req:A00.FR.204
  Scenario: Basic Authentication - Invalid password
    When the Charging Station connects with:
      | password | <new password> |
    Then the CSMS refuses the connection with [A00.FR.204]:
      | refused at | HTTP |
    When the Charging Station connects
    Then the CSMS accepts the connection [A00.FR.204]

  # Cites A00.FR.508 (printed with a line break inside). TLS carries certificates as DER, so the PEM encoding of A00.FR.507 cannot be
  # seen; compression (A00.FR.321) has no control.
  @TC_A_04_CSMS @req:A00.FR.306 @req:A00.FR.307 @req:A00.FR.312 @req:A00.FR.318 @req:A00.FR.321 @req:A00.FR.502 @req:A00.FR.503 @req:A00.FR.507 @req:A00.FR.508 @req:A00.FR.510
  Scenario: TLS - server-side certificate - Valid certificate
    When the Charging Station connects
    Then the CSMS accepts the connection with [A00.FR.306, A00.FR.312, A00.FR.318]:
      | tls.version | >= 1.2                                           |
      | tls.suites  | contains TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 |
      | tls.suites  | contains TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 |
      | tls.suites  | contains TLS_RSA_WITH_AES_128_GCM_SHA256         |
      | tls.suites  | contains TLS_RSA_WITH_AES_256_GCM_SHA384         |
    And the CSMS accepts the connection with [A00.FR.307, A00.FR.502, A00.FR.503, A00.FR.508, A00.FR.510]:
      | tls.serverCertificate | obeys "server certificate names the CSMS" |
      | tls.serverCertificate | obeys "certificate keys are long enough"  |
    When the state becomes Booted

  # A00.FR.315 binds security profile 2, A00.FR.418 profile 3.
  @TC_A_06_CSMS @req:A00.FR.314 @req:A00.FR.315 @req:A00.FR.409 @req:A00.FR.416 @req:A00.FR.417 @req:A00.FR.418
  Scenario: TLS - server-side certificate - TLS version too low
    When the Charging Station connects with:
      | tls versions | < 1.2 |
    Then the CSMS refuses the connection with [A00.FR.314, A00.FR.315, A00.FR.417, A00.FR.418]:
      | refused at | TLS |
    When the Charging Station connects
    Then the CSMS accepts the connection with [A00.FR.409, A00.FR.416]:
      | tls.version | >= 1.2 |
    When the state becomes Booted

  @TC_A_07_CSMS @req:A00.FR.409 @req:A00.FR.410 @req:A00.FR.415 @req:A00.FR.416 @req:A00.FR.421
  Scenario: TLS - Client-side certificate - valid certificate
    When the Charging Station connects with:
      | client certificate | <client certificate> |
    Then the CSMS accepts the connection with [A00.FR.409, A00.FR.410, A00.FR.415, A00.FR.416, A00.FR.421]:
      | tls.version           | >= 1.2                                           |
      | tls.suites            | contains TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 |
      | tls.suites            | contains TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 |
      | tls.suites            | contains TLS_RSA_WITH_AES_128_GCM_SHA256         |
      | tls.suites            | contains TLS_RSA_WITH_AES_256_GCM_SHA384         |
      | tls.serverCertificate | present                                          |
    When the state becomes Booted

  # The expired certificate asks for a CSMS that is not set up for the exception of A00.FR.429. Whose certificate it is shows only with
  # the identity in the URL, so the refusal may come at TLS or later.
  @TC_A_08_CSMS @req:A00.FR.405 @req:A00.FR.407 @req:A00.FR.409 @req:A00.FR.410
  Scenario Outline: TLS - Client-side certificate - Invalid certificate
    When the Charging Station connects with:
      | client certificate | <invalid certificate> |
    Then the CSMS refuses the connection [<requirement>]
    When the Charging Station connects
    Then the CSMS accepts the connection [A00.FR.409, A00.FR.410]
    When the state becomes Booted

    Examples:
      | invalid certificate                     | requirement |
      | <client certificate from an unknown CA> | A00.FR.407  |
      | <expired client certificate>            | A00.FR.407  |
      | <client certificate of another station> | A00.FR.405  |
