@station
Feature: E14 Check transaction status - Charging Station

  @TC_E_28_CS @req:E14.FR.01
  Scenario: Check Transaction status - TransactionId unknown
    When the CSMS sends a GetTransactionStatusRequest with:
      | transactionId | <new id> |
    Then the Charging Station responds with a GetTransactionStatusResponse with [E14.FR.01]:
      | ongoingIndicator | false |
      | messagesInQueue  | false |
