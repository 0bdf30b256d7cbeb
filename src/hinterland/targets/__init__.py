"""Published figures as targets of the calibration: from checked facts to totals that an economy meets."""
