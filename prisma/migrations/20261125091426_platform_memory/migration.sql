-- CreateTable
CREATE TABLE "platform_memory" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "platform_memory_pkey" PRIMARY KEY ("key")
);
