/** A list of submissions, or what is to be merged, is not as it should be; the message says where and what to do. */
export class ListFault extends Error {
  override readonly name = "ListFault";
}
