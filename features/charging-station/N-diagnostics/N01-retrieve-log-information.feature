@station
Feature: N01 Retrieve Log Information - Charging Station

  @TC_N_25_CS @req:N01.FR.01 @req:N01.FR.02 @req:N01.FR.04 @req:N01.FR.07 @req:N01.FR.08 @req:N01.FR.09 @req:N01.FR.13
  Scenario: Retrieve Log Information - Diagnostics Log - Success
    When the CSMS sends a GetLogRequest with:
      | logType            | DiagnosticsLog |
      | log.remoteLocation | <log url>      |
    Then the Charging Station responds with a GetLogResponse with [N01.FR.01]:
      | status   | Accepted  |
      | filename | not empty |
    # Each attempt to upload may be told (N01.FR.10).
    And the Charging Station sends in order within <download time> seconds [N01.FR.07, N01.FR.08, N01.FR.09, N01.FR.13]:
      | event                        | times  | requestId                 | status    |
      | LogStatusNotificationRequest | 1 to 9 | <GetLogRequest.requestId> | Uploading |
      | LogStatusNotificationRequest |        | <GetLogRequest.requestId> | Uploaded  |
    # Beyond the steps of the case: a file has really arrived, and nobody says afterwards that it failed.
    And the Charging Station has made a file upload with [N01.FR.02]:
      | outcome | completed |
    And the Charging Station sends no LogStatusNotificationRequest for 5 seconds with [N01.FR.09]:
      | status | UploadFailure or BadMessage or PermissionDenied or NotSupportedOperation |
