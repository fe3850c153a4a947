; The installer for one person: no rights asked, nothing outside her own profile.
; Filled in by windows_nsis.py (what stands between two at signs); compiled by makensis, 64 bits.
;
;   papier-libre-….exe /S [/PDF=0] [/BUREAU=1] [/D=C:\folder]     without a word
;   retirer.exe /S                                                 removes it the same way
;
; Ends with 0; 2: refused by the system, or given up; 3: the program runs; 4: a newer one is there.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDatablockOptimize on
CRCCheck force

!define NAME "Papier libre"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\papier-libre"
!define PROGRAM "papier-libre.exe"
!define COMMANDS "papier-libre-cli.exe"
!define REMOVER "retirer.exe"
!define MUI_ICON "@ICON@"
!define MUI_UNICON "@ICON@"
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Ouvrir Papier libre"
!define MUI_ABORTWARNING

!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh

Name "${NAME}"
BrandingText "${NAME} @VERSION@"
OutFile "@TARGET@"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
VIProductVersion "@QUAD@"
VIAddVersionKey /LANG=1036 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1036 "FileDescription" "Installation de ${NAME}"
VIAddVersionKey /LANG=1036 "FileVersion" "@VERSION@"
VIAddVersionKey /LANG=1036 "ProductVersion" "@VERSION@"
VIAddVersionKey /LANG=1036 "LegalCopyright" "Logiciel libre, GPL-3.0-or-later"

!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "French"

!macro STOP_WITH CODE TEXT
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A program that runs cannot be opened for writing: nothing is touched then.
!macro REFUSE_WHILE_IT_RUNS FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      !insertmacro STOP_WITH 3 "Papier libre est ouvert. Fermez-le, puis recommencez : rien n’a été changé."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "Papier libre (nécessaire)" main
  SectionIn RO
  !insertmacro REFUSE_WHILE_IT_RUNS "${PROGRAM}"
  !insertmacro REFUSE_WHILE_IT_RUNS "${COMMANDS}"

  InitPluginsDir
  ; What an older version left, and only that: its own remover has the list of it.
  ${If} ${FileExists} "$INSTDIR\${REMOVER}"
    CopyFiles /SILENT "$INSTDIR\${REMOVER}" "$PLUGINSDIR\${REMOVER}"
    ExecWait '"$PLUGINSDIR\${REMOVER}" /S /UPGRADE _?=$INSTDIR' $1
    ${If} $1 <> 0
      !insertmacro STOP_WITH 2 "L’ancienne version n’a pas pu être retirée. Redémarrez l’ordinateur, puis recommencez."
    ${EndIf}
  ${EndIf}

  SetOverwrite on
  ClearErrors
@FILES@
  ${If} ${Errors}
    !insertmacro STOP_WITH 2 "Tout n’a pas pu être écrit. Vérifiez la place sur le disque, puis recommencez."
  ${EndIf}
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\${REMOVER}"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "Lettres et formulaires sur papier, sans internet"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "@VERSION@"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\${REMOVER}"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\${REMOVER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" @KILOBYTES@
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; One more line in "Ouvrir avec"; what opens a PDF by itself stays what it was.
Section "Proposer Papier libre dans « Ouvrir avec », pour les PDF" pdf
  WriteRegStr HKCU "Software\Classes\PapierLibre.pdf" "" "Formulaire ou lettre (PDF)"
  WriteRegStr HKCU "Software\Classes\PapierLibre.pdf\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "Software\Classes\PapierLibre.pdf\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "Software\Classes\Applications\${PROGRAM}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\${PROGRAM}\SupportedTypes" ".pdf" ""
  WriteRegStr HKCU "Software\Classes\.pdf\OpenWithProgids" "PapierLibre.pdf" ""
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section /o "Mettre une icône sur le bureau" desktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0
SectionEnd

Function .onInit
  ; Of two versions, 2 says that the first is the older one.
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "@VERSION@" $0 $1
    ${If} $1 == 2
      !insertmacro STOP_WITH 4 "Une version plus récente ($0) est déjà installée. Rien n’a été changé."
    ${EndIf}
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/PDF=" $R1
  ${IfNot} ${Errors}
  ${AndIf} $R1 == 0
    !insertmacro UnselectSection ${pdf}
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/BUREAU=" $R1
  ${IfNot} ${Errors}
  ${AndIf} $R1 == 1
    !insertmacro SelectSection ${desktop}
  ${EndIf}
FunctionEnd

; ------------------------------------------------------------------------------------ Removal

Section "Uninstall"
  !insertmacro REFUSE_WHILE_IT_RUNS "${PROGRAM}"
  !insertmacro REFUSE_WHILE_IT_RUNS "${COMMANDS}"
@REMOVED@
  Delete "$INSTDIR\${REMOVER}"
  RMDir "$INSTDIR"

  ; For an upgrade, what the person chose stays: her icons, and "Ouvrir avec".
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/UPGRADE" $R1
  ${If} ${Errors}
    Delete "$SMPROGRAMS\${NAME}.lnk"
    Delete "$DESKTOP\${NAME}.lnk"
    DeleteRegKey HKCU "Software\Classes\PapierLibre.pdf"
    DeleteRegKey HKCU "Software\Classes\Applications\${PROGRAM}"
    DeleteRegValue HKCU "Software\Classes\.pdf\OpenWithProgids" "PapierLibre.pdf"
    DeleteRegKey HKCU "${UNINSTALL}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    ${If} ${FileExists} "@SAFES@\*.*"
      MessageBox MB_OK|MB_ICONINFORMATION "Papier libre est retiré. Vos coffres sont toujours là :$\r$\n$\r$\n@SAFES@$\r$\n$\r$\nIls s’ouvriront à nouveau si vous réinstallez Papier libre." /SD IDOK
    ${EndIf}
  ${EndIf}
SectionEnd
