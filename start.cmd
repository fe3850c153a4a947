@echo off
rem Papier libre from a checkout, on Windows. NOT TRIED YET: written after ./start, never run.
rem   start.cmd          opens Papier libre (for now: the demonstration)
rem   start.cmd run ...  the command line      start.cmd test ...  the tests
setlocal
chcp 65001 > nul
set "root=%~dp0"
set "python=%root%.venv\Scripts\python.exe"
set "locks=%root%resources\packaging\lock"
set "action=%~1"
if "%action%"=="" set "action=window"
set "wanted=qt runtime"
if "%action%"=="test" set "wanted=qt runtime test"

rem Each lock leaves a copy in .venv once it is installed; the same copies mean nothing to do.
set "ready=yes"
for %%L in (%wanted%) do (
  fc /b "%locks%\%%L.txt" "%root%.venv\ready-%%L.txt" > nul 2>&1 || set "ready=no"
)
if "%ready%"=="no" call :install || exit /b 1

set "rest="
:shift
shift
if not "%~1"=="" (set "rest=%rest% "%~1"" & goto shift)
if "%action%"=="window" ("%python%" -I -m desktop_app demo & exit /b)
if "%action%"=="run" ("%python%" -I -m desktop_app %rest% & exit /b)
if "%action%"=="test" (cd /d "%root%" & set "QT_QPA_PLATFORM=offscreen" & "%python%" -m pytest %rest% & exit /b)
echo start.cmd ^| start.cmd run ARGS ^| start.cmd test ARGS
exit /b 2

:install
del "%root%.venv\ready-*.txt" > nul 2>&1
set "base="
for %%V in (3.13 3.14 3.12 3.11) do (
  if not defined base py -%%V -c "" > nul 2>&1 && set "base=py -%%V"
)
if not defined base (
  echo Il faut Python 3.11 ou plus récent, en 64 bits. Installez-le depuis python.org, puis relancez start.cmd.
  exit /b 1
)
%base% -m venv --clear "%root%.venv" || exit /b 1
echo J'installe les composants de Papier libre ^(une seule fois, environ 250 Mo à télécharger^)...
set "requirements="
for %%L in (%wanted%) do call set "requirements=%%requirements%% -r %%L.txt"
pushd "%locks%"
"%python%" -Im pip install --require-hashes --only-binary :all: --no-deps --disable-pip-version-check %requirements%
set "failed=%errorlevel%"
popd
if not "%failed%"=="0" (
  echo L'installation n'a pas pu finir : le message ci-dessus dit pourquoi. Vérifiez la connexion, puis relancez start.cmd.
  exit /b 1
)
> "%root%.venv\Lib\site-packages\papier-libre.pth" echo ..\..\..
for %%L in (%wanted%) do copy /y "%locks%\%%L.txt" "%root%.venv\ready-%%L.txt" > nul
exit /b 0
