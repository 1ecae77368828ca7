// No script is sent, as none is sent by the page it stands beside.
export const csr = false
