@csms
Feature: K01 Set charging profile - CSMS

  # validFrom and validTo are optional in Part 2, and errata 2024-09 no longer asks for them in the sister cases: right when present.
  @TC_K_01_CSMS @req:K01.FR.31
  Scenario: Set Charging Profile - TxDefaultProfile - Specific EVSE
    When the operator asks the CSMS to send a SetChargingProfileRequest with:
      | purpose  | TxDefaultProfile            |
      | kind     | Absolute                    |
      | evse     | <evse>                      |
      | limit    | 6 A                         |
      | duration | <schedule duration> seconds |
    Then the CSMS sends a SetChargingProfileRequest with [K01.FR.31]:
      | evseId                                                                    | <evse>                                             |
      | chargingProfile.stackLevel                                                | <stack level>                                      |
      | chargingProfile.chargingProfilePurpose                                    | TxDefaultProfile                                   |
      | chargingProfile.chargingProfileKind                                       | Absolute                                           |
      | chargingProfile.validFrom                                                 | omitted or about now                               |
      | chargingProfile.validTo                                                   | omitted or about now + <schedule duration> seconds |
      | chargingProfile.chargingSchedule[0].startSchedule                         | about now                                          |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                      | <charging rate unit>                               |
      | chargingProfile.chargingSchedule[0].duration                              | <schedule duration>                                |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod | 0                                                  |
      | chargingProfile                                                           | obeys "schedule as configured, limit 6 or 6000"    |
      | chargingProfile                                                           | obeys "kind suits purpose and startSchedule"       |
      | chargingProfile                                                           | obeys "legal charging profile"                     |

  @TC_K_60_CSMS @req:K01.FR.03 @req:K01.FR.31
  Scenario: Set Charging Profile - TxProfile with ongoing transaction on the specified EVSE
    Given the state is EnergyTransferStarted
    When the operator asks the CSMS to send a SetChargingProfileRequest with:
      | purpose | TxProfile |
      | evse    | <evse>    |
    Then the CSMS sends a SetChargingProfileRequest with [K01.FR.03, K01.FR.31]:
      | evseId                                                                    | <evse>                                                  |
      | chargingProfile.chargingProfilePurpose                                    | TxProfile                                               |
      | chargingProfile.chargingProfileKind                                       | Relative or Absolute                                    |
      | chargingProfile.transactionId                                             | <TransactionEventRequest.transactionInfo.transactionId> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod | 0                                                       |
      | chargingProfile                                                           | obeys "kind suits purpose and startSchedule"            |
      | chargingProfile                                                           | obeys "legal charging profile"                          |
