; The installer for Windows: for one user, without an administrator.
;
; packaging/windows/build.sh gives ROOT, VERSION, SIZE (in KiB), PROGRAM (a folder) and OUTPUT.
; Silently: touchstone-VERSION-windows-setup.exe /S [/D=C:\folder]

; The program is for 64-bit Windows, and so is its installer.
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Touchstone"
!define CLASSES "Software\Classes"
!define WORKSPACE "Touchstone.Workspace"

Name "Touchstone"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Touchstone"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "Touchstone ${VERSION}"

!define MUI_ICON "${ROOT}/assets/icon/touchstone.ico"
!define MUI_UNICON "${ROOT}/assets/icon/touchstone.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ROOT}/packaging/windows/side.bmp"
!define MUI_FINISHPAGE_TITLE "$(Ready)"
!define MUI_FINISHPAGE_TEXT "$(WhereToFind)"
!define MUI_FINISHPAGE_BUTTON "$(Done)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\touchstone.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(OpenNow)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(WhatGoes)"

!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first is taken where Windows speaks neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "SpanishInternational"

; What is said beyond NSIS's own words.
LangString Ready ${LANG_ENGLISH} "Touchstone is ready"
LangString WhereToFind ${LANG_ENGLISH} "You'll find it in the Start menu.$\n$\nA double click on a workspace opens it."
LangString OpenNow ${LANG_ENGLISH} "Open Touchstone now"
LangString Done ${LANG_ENGLISH} "Done"
LangString WorkspaceType ${LANG_ENGLISH} "Touchstone workspace"
LangString StillOpen ${LANG_ENGLISH} "Touchstone is still open. Close it, then choose Retry."
LangString WhatGoes ${LANG_ENGLISH} "This removes Touchstone from your computer. Your workspaces stay where you saved them."
LangString RemoveSettings ${LANG_ENGLISH} "Remove your settings too, and the copies of work that you have not saved?"

!macro Spanish LANGUAGE
    LangString Ready ${LANGUAGE} "Touchstone está listo"
    LangString WhereToFind ${LANGUAGE} "Lo encontrarás en el menú Inicio.$\n$\nUn doble clic en un área de trabajo la abre."
    LangString OpenNow ${LANGUAGE} "Abrir Touchstone ahora"
    LangString Done ${LANGUAGE} "Listo"
    LangString WorkspaceType ${LANGUAGE} "Área de trabajo de Touchstone"
    LangString StillOpen ${LANGUAGE} "Touchstone sigue abierto. Ciérralo y elige Reintentar."
    LangString WhatGoes ${LANGUAGE} "Se quitará Touchstone de tu ordenador. Tus áreas de trabajo se quedan donde las guardaste."
    LangString RemoveSettings ${LANGUAGE} "¿Quieres quitar también tus ajustes y las copias del trabajo que no has guardado?"
!macroend
!insertmacro Spanish ${LANG_SPANISH}
!insertmacro Spanish ${LANG_SPANISHINTERNATIONAL}

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Touchstone"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Touchstone"
VIAddVersionKey "LegalCopyright" "MIT OR Apache-2.0"

; Windows lets nobody overwrite a program that runs: takes the old one away, or asks to close it first.
!macro RemoveProgram
    retry:
    ClearErrors
    Delete "$INSTDIR\touchstone.exe"
    IfErrors 0 removed
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillOpen)" /SD IDCANCEL IDRETRY retry
    SetErrorLevel 2
    Quit
    removed:
!macroend

; Tells Windows that its table of file types has changed.
!macro FileTypesChanged
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
    !insertmacro RemoveProgram
    SetOutPath "$INSTDIR\licences"
    File /x touchstone.exe "${PROGRAM}/*"
    SetOutPath "$INSTDIR"
    File "${PROGRAM}/touchstone.exe"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\Touchstone.lnk" "$INSTDIR\touchstone.exe"

    WriteRegStr HKCU "${CLASSES}\.touchstone" "" "${WORKSPACE}"
    WriteRegStr HKCU "${CLASSES}\.touchstone\OpenWithProgids" "${WORKSPACE}" ""
    WriteRegStr HKCU "${CLASSES}\${WORKSPACE}" "" "$(WorkspaceType)"
    WriteRegStr HKCU "${CLASSES}\${WORKSPACE}\DefaultIcon" "" "$INSTDIR\touchstone.exe,0"
    WriteRegStr HKCU "${CLASSES}\${WORKSPACE}\shell\open\command" "" '"$INSTDIR\touchstone.exe" "%1"'
    !insertmacro FileTypesChanged

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Touchstone"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\touchstone.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Touchstone team"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "un.Touchstone"
    !insertmacro RemoveProgram
    Delete "$SMPROGRAMS\Touchstone.lnk"

    ; Another program may have taken the file type over, or offers to open it too.
    ReadRegStr $0 HKCU "${CLASSES}\.touchstone" ""
    StrCmp $0 "${WORKSPACE}" 0 +2
    DeleteRegValue HKCU "${CLASSES}\.touchstone" ""
    DeleteRegValue HKCU "${CLASSES}\.touchstone\OpenWithProgids" "${WORKSPACE}"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.touchstone\OpenWithProgids"
    ReadRegStr $0 HKCU "${CLASSES}\.touchstone" ""
    StrCmp $0 "" 0 +2
    DeleteRegKey /ifempty HKCU "${CLASSES}\.touchstone"
    DeleteRegKey HKCU "${CLASSES}\${WORKSPACE}"
    !insertmacro FileTypesChanged

    ; Workspaces stay where the user saved them. The rest of what is the user's goes only if the user says so.
    IfFileExists "$APPDATA\Touchstone\*.*" 0 kept
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(RemoveSettings)" /SD IDNO IDNO kept
    RMDir /r "$APPDATA\Touchstone\config"
    RMDir /r "$APPDATA\Touchstone\data"
    RMDir "$APPDATA\Touchstone"
    kept:

    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\uninstall.exe"
    SetOutPath "$TEMP"
    RMDir "$INSTDIR"
    RMDir "$LOCALAPPDATA\Programs"
    DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
