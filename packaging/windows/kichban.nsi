; The installer for one user, without an administrator: everything under the user's own profile and HKEY_CURRENT_USER.
; `build` defines VERSION, NUMBERS (four of them), STAGE (what is installed) and OUT (the installer).
Unicode true
Target amd64-unicode
; The program is in it twice, by two names: a dictionary that holds the first copy makes the second one free.
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
RequestExecutionLevel user

!include FileFunc.nsh
!include LogicLib.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\kichban"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths\kichban.exe"
!define CLASSES "Software\Classes"
!define KIND "kichban.study"

Name "Kịch Bản"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\kichban"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
Icon "kichban.ico"
UninstallIcon "kichban.ico"
BrandingText "Kịch Bản ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

LoadLanguageFile "${NSISDIR}\Contrib\Language files\Vietnamese.nlf"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\English.nlf"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1066 "ProductName" "Kịch Bản"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài Kịch Bản"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "MIT / Apache-2.0"

LangString KindName 1066 "Nghiên cứu Kịch Bản"
LangString KindName 1033 "Kịch Bản study"
LangString WithoutCard 1066 "Kịch Bản (không dùng card đồ họa)"
LangString WithoutCard 1033 "Kịch Bản (without the graphics card)"
LangString InUse 1066 "Kịch Bản đang mở. Hãy lưu, đóng chương trình rồi bấm Thử lại."
LangString InUse 1033 "Kịch Bản is open. Save, close it and press Retry."
LangString Settings 1066 "Xóa cả thiết lập, bản lưu tự động và bản lưu theo ngày của chương trình?$\r$\nCác nghiên cứu của bạn được giữ nguyên."
LangString Settings 1033 "Delete the program's settings, automatic saves and dated copies as well?$\r$\nYour studies stay."

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

; A program that runs holds its file; it is asked for before anything is changed.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  ${If} ${FileExists} "$INSTDIR\kichban.exe"
    again:
    ClearErrors
    FileOpen $0 "$INSTDIR\kichban.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(InUse)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section
  SetShellVarContext current
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  File /r "${STAGE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateDirectory "$SMPROGRAMS\Kịch Bản"
  CreateShortcut "$SMPROGRAMS\Kịch Bản\Kịch Bản.lnk" "$INSTDIR\kichban.exe"
  CreateShortcut "$SMPROGRAMS\Kịch Bản\$(WithoutCard).lnk" "$INSTDIR\kichban.exe" "--renderer cpu"

  WriteRegStr HKCU "${CLASSES}\.kichban" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.kichban\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "$(KindName)"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\kichban.exe,0"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\kichban.exe" "%1"'
  ; Other programs write .ron files, too: they can be opened with this one, and are not taken over.
  WriteRegStr HKCU "${CLASSES}\Applications\kichban.exe" "FriendlyAppName" "Kịch Bản"
  WriteRegStr HKCU "${CLASSES}\Applications\kichban.exe\shell\open\command" "" '"$INSTDIR\kichban.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\kichban.exe\SupportedTypes" ".kichban" ""
  WriteRegStr HKCU "${CLASSES}\Applications\kichban.exe\SupportedTypes" ".ron" ""
  WriteRegStr HKCU "${PATHS}" "" "$INSTDIR\kichban.exe"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Kịch Bản"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\kichban.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Kịch Bản"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  Call un.WaitUntilClosed
  ; Only what was installed goes, one name after the other: the folder may hold files of the user.
  !include "${FILES}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ; In either language: the one of the system may have changed since.
  RMDir /r "$SMPROGRAMS\Kịch Bản"

  DeleteRegValue HKCU "${CLASSES}\.kichban\OpenWithProgids" "${KIND}"
  ReadRegStr $0 HKCU "${CLASSES}\.kichban" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "${CLASSES}\.kichban"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  DeleteRegKey HKCU "${CLASSES}\Applications\kichban.exe"
  DeleteRegKey HKCU "${PATHS}"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ; Without a hand to answer, what may be somebody's work stays.
  ${If} ${FileExists} "$APPDATA\kichban\*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(Settings)" /SD IDNO IDNO kept
    RMDir /r "$APPDATA\kichban"
    kept:
  ${EndIf}
SectionEnd
