@station
Feature: E01 Start Transaction options - Charging Station

  @TC_E_01_CS @req:E01.FR.05 @req:E01.FR.07 @req:E01.FR.10 @req:E01.FR.15 @req:E01.FR.16
  Scenario: Start transaction options - PowerPathClosed
    # Erratum 2025-02: on until the energy flows.
    Given the Charging Station is configured with:
      | TxCtrlr.TxStartPoint | contains PowerPathClosed |
    And the state is Authorized
    When the state becomes EVConnectedPreSession
    And the state becomes EnergyTransferStarted
    Then the Charging Station has sent a TransactionEventRequest with [E01.FR.05, E01.FR.10, E01.FR.15, E01.FR.16]:
      | eventType                     | Started                                               |
      | triggerReason                 | CablePluggedIn or ChargingStateChanged or RemoteStart |
      | transactionInfo.chargingState | EVConnected or SuspendedEVSE or Charging              |
      | idToken                       | <valid token>                                         |
      | evse                          | <connector>                                           |

  @TC_E_09_CS @req:E01.FR.02 @req:E01.FR.07 @req:E01.FR.10 @req:E01.FR.15 @req:E01.FR.16
  Scenario: Start transaction options - EVConnected
    # Erratum 2025-02: on until the energy flows.
    Given the Charging Station is configured with:
      | TxCtrlr.TxStartPoint | contains EVConnected |
    And the state is ParkingBayOccupied
    When the state becomes EVConnectedPreSession
    Then the Charging Station has sent a TransactionEventRequest with [E01.FR.02, E01.FR.15, E01.FR.16]:
      | eventType                     | Started                                |
      | triggerReason                 | CablePluggedIn or ChargingStateChanged |
      | transactionInfo.chargingState | EVConnected                            |
      | evse                          | <connector>                            |
    When the state becomes Authorized
    And the state becomes EnergyTransferStarted
    Then the Charging Station has sent a TransactionEventRequest with [E01.FR.10, E01.FR.15]:
      | eventType     | Updated                   |
      | triggerReason | Authorized or RemoteStart |
      | idToken       | <valid token>             |
    And the Charging Station has sent a TransactionEventRequest with [E01.FR.15]:
      | eventType                     | Updated  |
      | transactionInfo.chargingState | Charging |
