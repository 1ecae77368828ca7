import { test } from 'vitest'
import { seatsHouse } from './support/seats.ts'
test('x', async () => {
  const house = await seatsHouse({ openSeats: true })
  console.log(house.server.printRoutes({ commonPrefix: false }))
  await house.close()
})
