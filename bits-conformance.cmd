@echo off
rem Builds target\bits-conformance.jar if it is missing or older than the sources, then starts it.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\bits-conformance.jar"

where java >nul 2>nul || (
  echo bits-conformance: java is not on the PATH; install a JDK, 17 or newer 1>&2
  exit /b 2
)

powershell -NoProfile -Command "$j = Get-Item -ErrorAction SilentlyContinue '%JAR%'; if (-not $j) { exit 1 }; $n = Get-ChildItem -Recurse -File '%HOME_DIR%pom.xml', '%HOME_DIR%src\main', '%HOME_DIR%testplans' | Where-Object { $_.LastWriteTime -gt $j.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 (
  where mvn >nul 2>nul || (
    echo bits-conformance: mvn is not on the PATH; install Maven, 3.8.1 or newer 1>&2
    exit /b 2
  )
  pushd "%HOME_DIR%"
  call mvn -q -B -Dstyle.color=never -Pquick package 1>&2
  if errorlevel 1 (
    popd
    echo bits-conformance: the build failed; see above 1>&2
    exit /b 2
  )
  popd
)

java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xshare:auto -jar "%JAR%" %*
exit /b %ERRORLEVEL%
