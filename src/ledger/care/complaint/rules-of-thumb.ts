/** The trade's rule of thumb: so many good turns outweigh a bad one. */
export const goodTurns = 12

/** The trade's rule of thumb: for each who complains, so many are as unhappy and say nothing. */
export const silentPerComplaint = 20
