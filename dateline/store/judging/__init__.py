"""What people and the machine have judged, and what follows from it for rows."""
