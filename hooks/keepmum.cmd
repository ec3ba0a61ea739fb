@echo off
rem Starts keepmum on Windows as hooks/keepmum does elsewhere, in the same order: the native program
rem beside this file or in target, else the jar on the JVM that keepmum.jvm beside this file names,
rem else on the newest JVM in the usual places, PATH being the last resort. Nothing is taken from a
rem variable that a repository's settings may have made up, and what cannot be started is a refusal.
setlocal EnableExtensions DisableDelayedExpansion
for %%V in (JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS JDK_AOT_VM_OPTIONS _JAVA_OPTIONS CLASSPATH) do set "%%V="
set "here=%~dp0"
set "subcommand=%~1"

set "native=%here%keepmum-native.exe"
if exist "%native%" goto native
set "native=%here%..\target\keepmum.exe"
if exist "%native%" goto native

set "jar=%here%keepmum.jar"
if exist "%jar%" goto jvm
set "jar=%here%..\target\keepmum.jar"
if exist "%jar%" goto jvm
set "reason=the program is missing beside the launcher; build it with: mvn package"
goto fail

:native
"%native%" %*
goto answered

:jvm
set "java="
set "release=0"
if not exist "%here%keepmum.jvm" goto search
set /p java=<"%here%keepmum.jvm"
goto chosen

:search
for /d %%H in (
  "%SystemDrive%\Program Files\Java\*"
  "%SystemDrive%\Program Files\Eclipse Adoptium\*"
  "%SystemDrive%\Program Files\Microsoft\jdk*"
  "%SystemDrive%\Program Files\Zulu\*"
  "%SystemDrive%\Program Files\Amazon Corretto\*"
) do call :consider "%%~H"
if defined java goto chosen
for %%J in (java.exe) do set "java=%%~$PATH:J"

:chosen
if not defined java goto no_java
if not exist "%java%" goto no_java
for %%J in ("%java%") do for %%H in ("%%~dpJ..") do call :release_of "%%~fH"
set flags=-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -XX:+DisplayVMOutputToStderr -XX:+SuppressFatalErrorMessage
if "%subcommand%"=="hook" set flags=%flags% -XX:TieredStopAtLevel=1 -Xms8m -Xmn4m -Xmx256m

rem The archive of loaded classes of this very jar and JVM, which the first call has made.
for %%F in ("%jar%") do set "cache=%%~dpFcache"
for %%F in ("%jar%") do set "made_of=%%~tF %%~zF"
for %%F in ("%java%") do set "made_of=%made_of% %java% %%~tF %%~zF"
set "archive="
set "known="
if exist "%cache%\key" set /p known=<"%cache%\key"
if not "%known%"=="%made_of%" goto start
if %release% geq 25 set archive="-XX:AOTCache=%cache%\archive"
if %release% lss 25 set archive="-XX:SharedArchiveFile=%cache%\archive" -Xshare:auto

:start
"%java%" %flags% %archive% -cp "%jar%" dev.keepmum.Main %*
set "status=%errorlevel%"
if "%subcommand%"=="hook" if not defined archive call :make_archive
cmd /c exit /b %status%

:answered
set "status=%errorlevel%"
if not "%subcommand%"=="hook" exit /b %status%
if "%status%"=="0" exit /b 0
if "%status%"=="2" exit /b 2
set "reason=the hook stopped with status %status% before it had an answer"
goto fail

:no_java
set "reason=no Java 17 or newer was found; install one, or name its bin\\java.exe in keepmum.jvm beside the launcher"

:fail
if "%subcommand%"=="hook" echo {"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"keepmum: %reason%"}}
>&2 echo keepmum: %reason%
exit /b 2

rem consider HOME: takes the JVM in a folder if it is newer than what was found before.
:consider
set "before=%release%"
call :release_of "%~1"
if %release% geq 17 if %release% gtr %before% set "java=%~1\bin\java.exe"
if %release% leq %before% set "release=%before%"
if %release% lss 17 set "release=0"
exit /b 0

rem release_of HOME: the feature release of a Java installation, 0 if it tells none.
:release_of
set "release=0"
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%R in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do for /f "delims=.-+" %%N in (%%R) do set "release=%%~N"
set /a release=release 2>nul
exit /b 0

rem make_archive: one process at a time; an attempt that fails is not made again before its folder,
rem which stands in the way, is taken away.
:make_archive
if %release% lss 17 exit /b 0
if not exist "%cache%" mkdir "%cache%" 2>nul
mkdir "%cache%\attempt" 2>nul || exit /b 0
> "%cache%\attempt\make.cmd" (
  echo @echo off
  if %release% geq 25 echo "%java%" %flags% "-XX:AOTCacheOutput=%cache%\attempt\archive" -cp "%jar%" dev.keepmum.Rehearsal
  if %release% lss 25 echo "%java%" %flags% "-XX:DumpLoadedClassList=%cache%\attempt\classes" -cp "%jar%" dev.keepmum.Rehearsal
  if %release% lss 25 echo "%java%" %flags% -Xshare:dump "-XX:SharedClassListFile=%cache%\attempt\classes" "-XX:SharedArchiveFile=%cache%\attempt\archive" -cp "%jar%"
  echo if not exist "%cache%\attempt\archive" exit /b 1
  echo del /q "%cache%\key" 2^>nul
  echo move /y "%cache%\attempt\archive" "%cache%\archive" ^>nul ^|^| exit /b 1
  echo ^> "%cache%\key" echo %made_of%
  echo rmdir /s /q "%cache%\attempt"
)
start "" /b /low "%SystemRoot%\System32\cmd.exe" /c call "%cache%\attempt\make.cmd" <nul >nul 2>nul
exit /b 0
