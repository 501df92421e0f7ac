"""Works out how an effective batch is split, what that needs and how long it takes. Pure; no torch."""
