/**
 * What each condition of the catalogue means, written from reading Part 5 with its errata and not from our parser:
 * condition | products it applies to | products it does not apply to. A product is the list of what it has, joined by `+`;
 * everything else it does not have. `-` = a product that has nothing of all this. Products are separated by `;`.
 */
export const truthTable = `
AQ-1 and C-61 | AQ-1+C-61 | AQ-1; C-61; -
AQ-3 | AQ-3 | AQ-1; -
AS-3 | AS-3 | AS-2; -
C-56 | C-56 | -
Not C-56 | - ; C-57 | C-56
C-13 | C-13 | -
NOT C-13 | - | C-13
HFS-8 > 1 | HFS-8 > 1; HFS-8+HFS-8 > 1 | HFS-8; -
AS-2 and C-47 | AS-2+C-47 | AS-2; C-47; AS-3+C-47
C-47 | C-47 | C-48; -
C-44 | C-44 | -
C-45 | C-45 | C-46; -
C-46 | C-46 | C-45; -
C-17 | C-17 | -
C-50.2 | C-50.2 | C-50.1; -
C-44 or NOT AQ-16 | - ; C-44; C-44+AQ-16 | AQ-16
(C-30 or C-31 or C-32) and NOT AQ-2 | C-30; C-31; C-32; C-30+C-31+C-32 | - ; C-30+AQ-2; C-31+AQ-2; C-33; C-34; C-35
C-30 or C-31 or C-32 | C-30; C-31; C-32 | - ; C-33+C-34+C-35+C-36+C-37
(C-30 or C-31 or C-32) and AQ-2 | C-30+AQ-2; C-32+AQ-2 | AQ-2; C-30; C-34+AQ-2
NOT AQ-2 and (C-30 or C-31 or C-32) | C-30; C-31; C-32 | - ; C-30+AQ-2; C-35
C-49 | C-49 | C-48; -
C-49 and C-03 and (C-30 or C-31 or C-32 or C-34) | C-49+C-03+C-30; C-49+C-03+C-34 | C-49+C-03; C-49+C-30; C-03+C-30; C-49+C-03+C-33
C-49 and (C-30 or C-31 or C-32 or C-34) | C-49+C-31; C-49+C-34 | C-49; C-34; C-49+C-33; C-49+C-35
C-30 or C-31 or C-32 or C-34 | C-30; C-31; C-32; C-34 | - ; C-33; C-35
C-02 and (C-30 or C-31 or C-32) | C-02+C-30; C-02+C-32 | C-02; C-30; C-02+C-33; C-02+C-34
(C-30 or C-31 or C-32) AND (C-07 OR C-08) | C-30+C-07; C-32+C-08 | C-07+C-08; C-30; C-33+C-07
C-49 and C-53 | C-49+C-53 | C-49; C-53
C-07 and (C-30 or C-31 or C-32) | C-07+C-31 | C-07; C-31; C-08+C-31
C-08 and (C-30 or C-31 or C-32) | C-08+C-31 | C-08; C-31; C-07+C-31
ISO-5 | ISO-5 | ISO-4; ISO15118
C-59 and C-49 | C-49+C-59 | C-49; C-59
LA-3 | LA-3 | LA-1; LocalAuthList
LA-2 | LA-2 | LocalAuthList
C-09.4 and (C-51 or NOT (C-09.1 or C-09.2 or C-09.3 or C-09.6)) | C-09.4; C-09.4+C-09.5; C-09.4+C-51; C-09.4+C-51+C-09.1 | - ; C-51; C-09.4+C-09.1; C-09.4+C-09.2; C-09.4+C-09.3; C-09.4+C-09.6; C-09.5
C-09.5 and (C-51 or NOT (C-09.1 or C-09.2 or C-09.3 or C-09.4 or C-09.6)) | C-09.5; C-09.5+C-51+C-09.4 | C-09.5+C-09.4; C-09.5+C-09.1; C-09.5+C-09.6; C-51; -
NOT AQ-2 and (C-30 - C-35 or ISO 15118 support) | C-30; C-31; C-32; C-33; C-34; C-35; ISO15118 | - ; C-36; C-30+AQ-2; ISO15118+AQ-2
C-30 or C-31 or C-32 or C-33 or C-35 | C-30; C-33; C-35 | C-34; ISO15118; -
C-30 - C-35 or ISO 15118 support | C-30; C-31; C-32; C-33; C-34; C-35; ISO15118 | - ; C-36; C-39; SmartCharging
C-30 or C-31 or C-32 or C35 | C-30; C-31; C-32; C-35 | - ; C-33; C-34
C-10.3 and (C-52 or NOT C-10.2) and (C-30 or C-31 or C-32 or C35) | C-10.3+C-30; C-10.3+C-35; C-10.3+C-10.2+C-52+C-31 | C-10.3; C-30; C-10.3+C-10.2+C-30; C-10.3+C-34; C-10.2+C-52+C-30
C-10.4 and (C-52 or NOT (C-10.2 or C- 10.3)) | C-10.4; C-10.4+C-10.1; C-10.4+C-10.3+C-52 | C-10.4+C-10.2; C-10.4+C-10.3; C-52; -
C-09.1 and (C-51 or NOT C-09.6) | C-09.1; C-09.1+C-09.2; C-09.1+C-09.6+C-51 | C-09.1+C-09.6; C-51; -
C-09.2 and (C-30 - C-35 or ISO 15118 support) | C-09.2+C-30; C-09.2+C-33; C-09.2+C-35; C-09.2+ISO15118 | C-09.2; C-30; C-09.2+C-36; ISO15118
C-09.3 and (C-51 or NOT (C-09.1 or C-09.2 or C-09.6)) | C-09.3; C-09.3+C-09.4; C-09.3+C-09.2+C-51 | C-09.3+C-09.1; C-09.3+C-09.2; C-09.3+C-09.6; C-51
C-09.6 | C-09.6 | C-09.5; -
C-09.2 | C-09.2 | C-09.1; -
HFS-1 and C-10.1 and (C-52 or NOT (C-10.2 or C-10.3 or C-10.4)) | HFS-1+C-10.1; HFS-1+C-10.1+C-10.5; HFS-1+C-10.1+C-10.2+C-52 | C-10.1; HFS-1; HFS-2+C-10.1; HFS-1+C-10.1+C-10.2; HFS-1+C-10.1+C-10.3; HFS-1+C-10.1+C-10.4
C-10.2 and (C-30 or C- 31 or C-32 or C35) | C-10.2+C-30; C-10.2+C-31; C-10.2+C-35 | C-10.2; C-31; C-10.2+C-33; C-10.2+C-34
(C-10.2 or C-10.3) and (C-30 - C-32 or ISO 15118 support) and C- 01 | C-10.2+C-30+C-01; C-10.3+C-31+C-01; C-10.3+ISO15118+C-01 | C-10.2+C-30; C-30+C-01; C-10.2+C-01; C-10.2+C-33+C-01; C-10.4+C-30+C-01
C-10.2 and C-06.2 and AQ-9 and NOT (NOT C-52 and (C-10.1 or C-10.3 or C-10.4)) | C-10.2+C-06.2+AQ-9; C-10.2+C-06.2+AQ-9+C-52+C-10.1; C-10.2+C-06.2+AQ-9+C-10.5 | C-10.2+C-06.2; C-10.2+AQ-9; C-06.2+AQ-9; C-10.2+C-06.2+AQ-9+C-10.1; C-10.2+C-06.2+AQ-9+C-10.3; C-10.2+C-06.2+AQ-9+C-10.4
C-10.5 and (C-52 or NOT (C-10.1 or C-10.2 or C-10.3 or C-10.4)) | C-10.5; C-10.5+C-52+C-10.1 | C-10.5+C-10.1; C-10.5+C-10.4; C-52; -
(C-10.1 AND (NOT (NOT C-52 AND (C-10.3 or C-10.4))) AND NOT (NOT C.06.1 AND NOT C-52 AND C-10.2)) AND (AQ-9 OR Product Subtype "Mode 1/2- only Charging Station") | C-10.1+AQ-9; C-10.1+Mode 1/2-only Charging Station; C-10.1+C-10.3+C-52+AQ-9; C-10.1+C-10.2+C-52+AQ-9; C-10.1+C-10.2+C-06.1+AQ-9 | C-10.1; AQ-9; C-10.1+C-10.3+AQ-9; C-10.1+C-10.4+AQ-9; C-10.1+C-10.2+AQ-9; C-52+AQ-9
C-10.2 | C-10.2 | C-10.1; -
C-10.4 | C-10.4 | C-10.3; -
HFS-1 and C-06.2 and C-12.1 and AQ-9 and NOT Product Subtype "Mode 1/2-only Charging Station" | HFS-1+C-06.2+C-12.1+AQ-9 | C-06.2+C-12.1+AQ-9; HFS-1+C-12.1+AQ-9; HFS-1+C-06.2+AQ-9; HFS-1+C-06.2+C-12.1; HFS-1+C-06.2+C-12.1+AQ-9+Mode 1/2-only Charging Station
C-06.2 and C-12.2 and (AQ-9 OR Product Subtype "Mode 1/2- only Charging Station") | C-06.2+C-12.2+AQ-9; C-06.2+C-12.2+Mode 1/2-only Charging Station | C-06.2+C-12.2; C-06.2+AQ-9; C-12.2+AQ-9
(C-10.2 or C-10.5) and (C-52 or NOT (C-10.1 or C-10.3 or C-10.4)) and C-06.1 and C-12.2 and AQ-9 and NOT Product Subtype "Mode 1/2-only Charging Station" | C-10.2+C-06.1+C-12.2+AQ-9; C-10.5+C-06.1+C-12.2+AQ-9; C-10.2+C-10.1+C-52+C-06.1+C-12.2+AQ-9 | C-06.1+C-12.2+AQ-9; C-10.2+C-10.1+C-06.1+C-12.2+AQ-9; C-10.2+C-12.2+AQ-9; C-10.2+C-06.1+AQ-9; C-10.2+C-06.1+C-12.2; C-10.2+C-06.1+C-12.2+AQ-9+Mode 1/2-only Charging Station
(C-10.2 or C-10.5) and (C-52 or NOT (C-10.1 or C-10.3 or C-10.4)) and C-06.1 and C-12.2 and HFS-2 and AQ-9 and NOT Product Subtype "Mode 1/2- only Charging Station" | C-10.2+C-06.1+C-12.2+HFS-2+AQ-9; C-10.5+C-10.4+C-52+C-06.1+C-12.2+HFS-2+AQ-9 | C-10.2+C-06.1+C-12.2+AQ-9; C-10.2+C-06.1+C-12.2+HFS-1+AQ-9; C-10.2+C-10.4+C-06.1+C-12.2+HFS-2+AQ-9; C-06.1+C-12.2+HFS-2+AQ-9; C-10.2+C-06.1+C-12.2+HFS-2+AQ-9+Mode 1/2-only Charging Station
NOT ( NOT (C-30 - C-35) AND (NOT C-10.1 AND NOT C-10.3 AND NOT C- 10.4 AND NOT C-10.5) AND NOT C-06.2 ) | C-30; C-35; C-10.1; C-10.3; C-10.4; C-10.5; C-06.2 | - ; C-10.2; C-06.1; C-36
C-10.3 and (C-52 or NOT C-10.2) | C-10.3; C-10.3+C-10.2+C-52 | C-10.3+C-10.2; C-52; -
C-10.3 and (C-52 or NOT (C-10.1 or C- 10.4)) AND (AQ-9 OR Product Subtype "Mode 1/2-only Charging Station") | C-10.3+AQ-9; C-10.3+Mode 1/2-only Charging Station; C-10.3+C-10.1+C-52+AQ-9; C-10.3+C-10.2+AQ-9 | C-10.3; AQ-9; C-10.3+C-10.1+AQ-9; C-10.3+C-10.4+AQ-9
NOT C-09.5 and NOT Product Subtype "Mode 1/2-only Charging Station" | - ; C-09.4 | C-09.5; Mode 1/2-only Charging Station
(C-01 and (C-30 - C-34 or ISO 15118 support)) or C-35 | C-35; C-01+C-30; C-01+C-34; C-01+ISO15118 | - ; C-01; C-30; ISO15118; C-01+C-36
(C-30 or C-31 or C-32 or C-34) and (Local Authorization List Management or C-49) | C-30+LocalAuthList; C-34+C-49 | C-30; C-49; LocalAuthList; C-33+C-49; C-35+LocalAuthList
C-58 and (C-30 or C-31 or C-32 or C-34) and (C-49 or Local Authorization List Management) | C-58+C-30+C-49; C-58+C-34+LocalAuthList | C-58+C-30; C-58+C-49; C-30+C-49; C-58+C-33+C-49
C-10.1 AND (NOT (NOT C-52 AND (C-10.2 or C- 10.3 or C-10.4))) AND (HFS-4 OR ISO15118 support) AND NOT Product Subtype "Mode 1/2-only Charging Station" | C-10.1+HFS-4; C-10.1+ISO15118; C-10.1+C-10.2+C-52+HFS-4; C-10.1+C-10.5+HFS-4 | C-10.1; HFS-4; C-10.1+HFS-3; C-10.1+C-10.2+HFS-4; C-10.1+C-10.3+HFS-4; C-10.1+C-10.4+HFS-4; C-10.1+HFS-4+Mode 1/2-only Charging Station
C-16 | C-16 | -
NOT AQ-2 and (C-36 -(or) C-39) | C-36; C-37; C-38; C-39 | - ; C-30; C-36+AQ-2
C-48.1 and (C-36 -(or) C-39) | C-48.1+C-36; C-48.1+C-38; C-48.1+C-39 | C-48.1; C-36; C-48.2+C-36
C-48.2 and (C-36 -(or) C-39) | C-48.2+C-36; C-48.2+C-37 | C-48.2; C-36; C-48.1+C-36
HFS-1 and NOT Product Subtype "Mode 1/2-only Charging Station" | HFS-1; HFS-1+HFS-2 | HFS-2; HFS-1+Mode 1/2-only Charging Station; -
HFS-1 and NOT Product Subtype "Mode 1/2- only Charging Station" | HFS-1 | HFS-2; HFS-1+Mode 1/2-only Charging Station; -
C-29.1 | C-29.1 | C-29; C-29.2
C-29.2 | C-29.2 | C-29; C-29.1
C-29.3 | C-29.3 | C-29
C-29.4 | C-29.4 | C-29
C-29.5 | C-29.5 | C-29
C-29.6 | C-29.6 | C-29
NOT AQ-11 | - ; AQ-1 | AQ-11
C-11 | C-11 | -
R-2 | R-2 | R-1; Reservation
NOT R-2 | R-1; Reservation; - | R-2
R-1 | R-1 | R-2; Reservation
R-3 | R-3 | Reservation
C-40 and C-42 | C-40+C-42 | C-40; C-42
C-28 | C-28 | -
C-40 and NOT AQ-8 AND (C-09.2 OR C- 09.6) | C-40+C-09.2; C-40+C-09.6 | C-40; C-09.2; C-40+C-09.2+AQ-8; C-40+C-09.1
C-42 | C-42 | C-40
NOT (SC- 2.1 and SC-2.2) | - ; SC-2.1; SC-2.2 | SC-2.1+SC-2.2
NOT Smart Charging | - ; ISO15118 | SmartCharging
SC-4 | SC-4 | SmartCharging
C-60 | C-60 | -
NOT C-60 | - | C-60
C-20 and NOT C-43 and NOT AQ-7 and HFS-8 > 1 | C-20+HFS-8 > 1 | C-20; C-20+HFS-8; C-20+HFS-8 > 1+C-43; C-20+HFS-8 > 1+AQ-7; HFS-8 > 1
NOT C-43 and NOT AQ- 7 | - ; C-20 | C-43; AQ-7
C-20 and NOT C-43 and AQ-7 and HFS-8 > 1 | C-20+AQ-7+HFS-8 > 1 | C-20+HFS-8 > 1; AQ-7+HFS-8 > 1; C-20+AQ-7; C-20+AQ-7+HFS-8 > 1+C-43
NOT C-43 and AQ-7 | AQ-7 | - ; AQ-7+C-43
C-43 | C-43 | AQ-7; -
C-15 | C-15 | -
AS-2 | AS-2 | AdvancedSecurity
AQ-5 | AQ-5 | AQ-6
DM-3 | DM-3 | AdvancedDeviceManagement
(C-30 or C-31 or C-34) and (Local Authorization List Management or C-49) | C-30+C-49; C-31+LocalAuthList; C-34+C-49 | C-30; C-49; C-32+C-49; C-33+C-49
C-57 | C-57 | -
AQ-10 | AQ-10 | AQ-1
C-14 | C-14 | -
ISO-4 | ISO-4 | ISO15118; ISO-5
NOT (UI- 1.1 and UI-1.2 and UI-1.3) | - ; UI-1.1; UI-1.1+UI-1.2; UI-1.2+UI-1.3 | UI-1.1+UI-1.2+UI-1.3
NOT (UI- 2.1 and UI-2.2 and UI-2.3 and UI-2.4) | - ; UI-2.1+UI-2.2+UI-2.3; UI-2.4 | UI-2.1+UI-2.2+UI-2.3+UI-2.4
UI-1.2 | UI-1.2 | UI-1.1; UI-1
UI-1.1 | UI-1.1 | UI-1.2; UI-1
(UI-1.1 and UI- 1.2) or (UI- 1.2 and UI-1.3) or (UI-1.3 and UI- 1.1) | UI-1.1+UI-1.2; UI-1.2+UI-1.3; UI-1.1+UI-1.3; UI-1.1+UI-1.2+UI-1.3 | - ; UI-1.1; UI-1.2; UI-1.3
`;
