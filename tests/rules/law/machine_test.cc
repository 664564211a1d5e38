#include "lib/rules/law/machine.h"

#include <cstdint>

#include "gtest/gtest.h"

namespace spotcheck::rules {
namespace {

enum class Door : std::uint8_t { kOpen, kShut, kLocked };
enum class Hand : std::uint8_t { kPush, kPull, kTurn };

constexpr auto kSteps = std::to_array<Step<Door, Hand>>({
    {Door::kOpen, Hand::kPush, Door::kShut},
    {Door::kShut, Hand::kPull, Door::kOpen},
    {Door::kShut, Hand::kTurn, Door::kLocked},
});
constexpr Machine kDoor(kSteps);
static_assert(kDoor.IsSound());
static_assert(kDoor.Next(Door::kOpen, Hand::kPush) == Door::kShut);

TEST(Machine, WhatStandsInNoRowIsRefused) {
  EXPECT_EQ(kDoor.Next(Door::kShut, Hand::kTurn), Door::kLocked);
  EXPECT_EQ(kDoor.Next(Door::kLocked, Hand::kTurn), std::nullopt);
  EXPECT_TRUE(kDoor.Allows(Door::kShut, Hand::kPull));
  EXPECT_FALSE(kDoor.Allows(Door::kOpen, Hand::kPull));
}

TEST(Machine, SaysWhichStatesFollow) {
  EXPECT_TRUE(kDoor.Leads(Door::kShut, Door::kOpen));
  EXPECT_FALSE(kDoor.Leads(Door::kOpen, Door::kLocked));
  EXPECT_FALSE(kDoor.Leads(Door::kOpen, Door::kOpen));
}

TEST(Machine, TwoRowsOfOneStateAndEventAreNotSound) {
  static constexpr auto kTwice = std::to_array<Step<Door, Hand>>({
      {Door::kOpen, Hand::kPush, Door::kShut},
      {Door::kOpen, Hand::kPush, Door::kLocked},
  });
  static_assert(!Machine(kTwice).IsSound());
}

TEST(Machine, AnEventThatWouldMoveAThingTwiceIsNotSound) {
  static constexpr auto kChain = std::to_array<Step<Door, Hand>>({
      {Door::kOpen, Hand::kPush, Door::kShut},
      {Door::kShut, Hand::kPush, Door::kLocked},
  });
  static_assert(!Machine(kChain).IsSound());
  static constexpr auto kStay = std::to_array<Step<Door, Hand>>({
      {Door::kOpen, Hand::kPush, Door::kOpen},
  });
  static_assert(Machine(kStay).IsSound());
}

}  // namespace
}  // namespace spotcheck::rules
