@rem npm runs scripts with `exec` so that signals reach the program and not a shell; the shell of Windows has none.
@%*
