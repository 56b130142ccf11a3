@station
Feature: K10 Clear Charging Profile - Charging Station

  @TC_K_08_CS @req:K10.FR.01
  Scenario: Clear Charging Profile - Without previous charging profile
    When the CSMS sends a ClearChargingProfileRequest with:
      | chargingProfileId | <new id> |
    Then the Charging Station responds with a ClearChargingProfileResponse with [K10.FR.01]:
      | status | Unknown |
