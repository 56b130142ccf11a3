@station
Feature: K01 SetChargingProfile - Charging Station

  @TC_K_01_CS @req:K01.FR.07 @req:K01.FR.15
  Scenario: Set Charging Profile - TxDefaultProfile - Specific EVSE
    # Erratum 2025-02: 6 A, or its power with the configured phases. The case leaves the kind open: Relative cannot expire here.
    When the CSMS sends a SetChargingProfileRequest with:
      | evseId                                                                     | <evse>               |
      | chargingProfile.id                                                         | <new id>             |
      | chargingProfile.stackLevel                                                 | <stack level>        |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile     |
      | chargingProfile.chargingProfileKind                                        | Relative             |
      | chargingProfile.chargingSchedule[0].id                                     | <new id>             |
      | chargingProfile.chargingSchedule[0].duration                               | 300                  |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod                 | 0 s: 6 A             |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <phases>             |
    Then the Charging Station responds with a SetChargingProfileResponse with [K01.FR.07]:
      | status | Accepted |
    When the CSMS sends a GetChargingProfilesRequest with:
      | chargingProfile.chargingProfileId[0] | <SetChargingProfileRequest.chargingProfile.id> |
    Then the Charging Station responds with a GetChargingProfilesResponse with:
      | status | Accepted |
    And the Charging Station sends all parts of a ReportChargingProfilesRequest with [K01.FR.07, K01.FR.15]:
      | requestId          | <GetChargingProfilesRequest.requestId>      |
      | evseId             | <evse>                                      |
      | chargingProfile    | 1 item                                      |
      | chargingProfile[0] | <SetChargingProfileRequest.chargingProfile> |

  @TC_K_60_CS @req:K01.FR.04 @req:K01.FR.07 @req:K01.FR.15
  Scenario: Set Charging Profile - TxProfile with ongoing transaction on the specified EVSE
    # Erratum 2025-02: 6 A, or its power with the configured phases.
    Given the state is EnergyTransferStarted
    When the CSMS sends a SetChargingProfileRequest with:
      | evseId                                                                     | <evse>                                                  |
      | chargingProfile.id                                                         | <new id>                                                |
      | chargingProfile.stackLevel                                                 | <stack level>                                           |
      | chargingProfile.chargingProfilePurpose                                     | TxProfile                                               |
      | chargingProfile.chargingProfileKind                                        | Relative                                                |
      | chargingProfile.transactionId                                              | <TransactionEventRequest.transactionInfo.transactionId> |
      | chargingProfile.chargingSchedule[0].id                                     | <new id>                                                |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>                                    |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod                 | 0 s: 6 A                                                |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <phases>                                                |
    Then the Charging Station responds with a SetChargingProfileResponse with [K01.FR.04, K01.FR.07]:
      | status | Accepted |
    When the CSMS sends a GetChargingProfilesRequest with:
      | chargingProfile.chargingProfileId[0] | <SetChargingProfileRequest.chargingProfile.id> |
    Then the Charging Station responds with a GetChargingProfilesResponse with:
      | status | Accepted |
    And the Charging Station sends all parts of a ReportChargingProfilesRequest with [K01.FR.04, K01.FR.07, K01.FR.15]:
      | requestId          | <GetChargingProfilesRequest.requestId>      |
      | evseId             | <evse>                                      |
      | chargingProfile    | 1 item                                      |
      | chargingProfile[0] | <SetChargingProfileRequest.chargingProfile> |
    # Beyond the steps of the case: 6 A on three phases are 4140 W; a tenth more for the mains voltage. Less is always allowed.
    And the rig shows within <message timeout> seconds [K01.FR.04]:
      | power | <= 4554 |
