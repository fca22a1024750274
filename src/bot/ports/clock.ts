/** The product's time. `now` is read where a turn of the machine begins and passed down from there. */
export interface Clock {
  now(): Date;
}
